import { readingsOf } from './conjugation.ts'
import { elided, joinedToJe } from './joined-words.ts'
import { isName, lexiconEntry } from './lexicon.ts'
import { deburr } from './phonetic.ts'
import { withoutSlang } from './slang-verbs.ts'
import { smallWord } from './small-words.ts'
import { type Subject, subjectBefore, verbFor } from './verb-in-context.ts'
import type { WordContext } from './word-context.ts'
import { isFrench, isNounLike, oneSlipAway, pluralOf, soundingLike, withAccents } from './words.ts'

/** One written word in plain French; the word itself when nothing is sure. */
export function plainWord(written: string, context: WordContext): string {
  if (isProtected(written, context)) return written
  const word = squeezed(written.toLowerCase().replaceAll('’', "'"))
  const special = smallWord(word, context)
  if (special !== undefined) return special
  const subject = subjectBefore(context.before)
  const french = lexiconEntry(word)
  if (french !== undefined) return agreeing(french, subject) ?? numbered(french, context)
  const slangVerb = withoutSlang(word)
  if (slangVerb !== undefined) return slangVerb
  if (word.endsWith("'")) return written
  const isNoun = afterDeterminer(context.before)
  if (isFrench(word)) {
    return (
      (isNoun && isNounLike(word) ? undefined : agreeing(word, subject)) ??
      kept(written, word, context)
    )
  }
  if (context.isCareful) return (word.length > 3 ? withAccents(word)[0] : undefined) ?? written
  const verb = subject !== undefined && !isNoun ? verbFor(word, subject, false) : undefined
  return verb ?? numbered((isNoun ? guessNoun(word) : undefined) ?? guess(word) ?? written, context)
}

function isProtected(written: string, { isStart }: WordContext): boolean {
  if (/\d/.test(written) && lexiconEntry(written) === undefined) return written !== '1'
  if (/^\p{Lu}{2,}/u.test(written)) return true
  return (/^\p{Lu}/u.test(written) && !isStart) || isName(written)
}

/** « tropppp » → « trop », and « alllé » → « allé ». */
function squeezed(word: string): string {
  if (!/(.)\1{2,}/u.test(word)) return word
  const twice = word.replace(/(.)\1{2,}/gu, '$1$1')
  return isFrench(twice) ? twice : word.replace(/(.)\1{2,}/gu, '$1')
}

function kept(written: string, word: string, context: WordContext): string {
  const plural = numbered(word, context)
  return plural === written.toLowerCase().replaceAll('’', "'") ? written : plural
}

/** The plural after « les », « deux »…, which texts often leave out. */
function numbered(word: string, { before }: WordContext): string {
  const isPlural = pluralDeterminer.test(before.at(-1) ?? '') && afterDeterminer(before)
  return (isPlural ? pluralOf(word) : undefined) ?? word
}

const pluralDeterminer =
  /^(les|des|mes|tes|ses|ces|nos|vos|leurs|aux|plusieurs|quelques|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|[2-9]|\d\d|petits|petites|grands|vieilles|gros)$/
const singularDeterminer =
  /^(le|la|l'|un|une|du|au|mon|ma|ton|ta|son|sa|ce|cet|cette|notre|votre|chaque)$/

/** « les » in « je les lave » is a pronoun, not a determiner. */
function afterDeterminer(before: readonly string[]): boolean {
  const previous = before.at(-1) ?? ''
  if (!pluralDeterminer.test(previous) && !singularDeterminer.test(previous)) return false
  return (
    !/^(le|la|les|l'|leurs?)$/.test(previous) ||
    !/^(je|j'|tu|il|elle|on|nous|vous|ils|elles|qui|ne|n'|me|te)$/.test(before.at(-2) ?? '')
  )
}

function guessNoun(word: string): string | undefined {
  if (word.length < 3) return undefined
  return [...withAccents(word), ...soundingLike(word)].find(isNounLike)
}

/** A French form that does not agree with who does it: « je plier », « j'ai aider », « je fait ». */
function agreeing(word: string, subject: Subject | undefined): string | undefined {
  if (subject === 1 && word === 'travail') return 'travaille'
  if (subject === 1) return readingsOf(word).length > 0 ? verbFor(word, 1, false) : undefined
  if (subject === 'past') {
    const readings = readingsOf(word)
    if (word === 'travail') return 'travaillé'
    return readings.length > 0 &&
      readings.every(({ tense }) => tense === 'infinitive' || tense === 'imperfect')
      ? verbFor(word, 'past', false)
      : undefined
  }
  if (subject === 'infinitive')
    return readingsOf(word).some(({ tense }) => tense === 'participle') && /é$/.test(word)
      ? verbFor(word, subject, false)
      : undefined
  if (
    subject === 3 &&
    readingsOf(word).every(({ tense, person }) => tense === 'imperfect' && person < 3)
  )
    return verbFor(word, 3, false)
  return undefined
}

function guess(word: string): string | undefined {
  if (word.length < 3) return undefined
  const bare = deburr(word)
  const accented = withAccents(word)[0]
  if (accented && (bare.length > 3 || deburr(accented) === word)) return accented
  return (
    joinedToJe(word, false) ??
    near(soundingLike(word), word, 1) ??
    elided(word, (rest) => isFrench(rest) || isName(rest) || lexiconEntry(rest) !== undefined) ??
    elided(word, (rest) => rest.length > 2 && withAccents(rest).length > 0) ??
    near(soundingLike(word), word, 3) ??
    joinedToJe(word, true) ??
    elided(word, (rest) => rest.length > 3 && soundingLike(rest).length > 0) ??
    onlyOne(oneSlipAway(word))
  )
}

/** Sounding like is enough from four letters, when the lengths do not differ by more than `most`. */
function near(candidates: readonly string[], word: string, most: number): string | undefined {
  const best = candidates[0]
  return best !== undefined && word.length >= 4 && Math.abs(best.length - word.length) <= most
    ? best
    : undefined
}

function onlyOne(candidates: readonly string[]): string | undefined {
  const roots = new Set(candidates.map((word) => deburr(word).replace(/[esx]+$/, '')))
  return roots.size === 1 ? candidates[0] : undefined
}
