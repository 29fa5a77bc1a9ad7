import { readingsOf } from './conjugation.ts'
import { isName, lexiconEntry } from './lexicon.ts'
import { withoutSlang } from './slang-verbs.ts'
import { type Subject, verbFor } from './verb-in-context.ts'
import { isFrench, isNounLike, soundingLike, withAccents } from './words.ts'

/** « jservé », « jlaidais », « jaitravailé »: the pronouns typed in one go with the verb. */
export function joinedToJe(word: string, isLoose: boolean): string | undefined {
  if (!/^[jg]/.test(word)) return undefined
  const verb = word.startsWith('j') ? verbAfter(word.slice(1), 1, isLoose) : undefined
  if (verb) return startsWithVowel(verb) ? `j'${verb}` : `je ${verb}`
  const past = /^(?:jai|jé|gé|g)(.{3,})$/.exec(word)?.[1]
  const participle = past && verbAfter(past, 'past', isLoose)
  if (participle) return `j'ai ${participle}`
  for (const clitic of word.startsWith('j') ? joinedClitics : []) {
    if (!word.startsWith(clitic, 1)) continue
    const after = verbAfter(word.slice(1 + clitic.length), 1, isLoose)
    if (after && (clitic.length > 1 || startsWithVowel(after)))
      return clitic.length > 1 ? `je ${clitic.replace('é', 'e')} ${after}` : `je ${clitic}'${after}`
  }
  return undefined
}

const joinedClitics = [
  'l',
  'm',
  't',
  'les',
  'lés',
  'le',
  'la',
  'lui',
  'leur',
  'me',
  'te',
  'y',
  'nous',
]

function startsWithVowel(word: string): boolean {
  return /^[aeiouéèêhâîôû]/.test(word)
}

function verbAfter(word: string, subject: Subject, isLoose: boolean): string | undefined {
  if (word.length < 3) return undefined
  const french = lexiconEntry(word)
  if (french !== undefined)
    return readingsOf(french).length > 0 ? verbFor(french, subject, false) : undefined
  if (isFrench(`${word}e`) && !isFrench(word)) return verbFor(`${word}e`, subject, false)
  if (isLoose) return verbFor(word, subject, word.length > 5)
  const exact = isFrench(word) || withAccents(word).length > 0
  const sound = readingsOf(soundingLike(word)[0] ?? '').length > 0
  const form = exact || sound ? verbFor(word, subject, false) : undefined
  const slang = form && withoutSlang(form)
  return slang ?? form
}

/** « lété », « lannée », « dabord »: the apostrophe is missing. */
export function elided(word: string, accepts: (rest: string) => boolean): string | undefined {
  const match = /^(qu|[ldmtscn])([aeiouyéèêhœ].+)$/.exec(word)
  const [, start, rest] = match ?? []
  if (!start || !rest || !accepts(rest)) return undefined
  const candidates = isName(rest)
    ? [rest]
    : [lexiconEntry(rest) ?? rest, ...withAccents(rest), ...soundingLike(rest)]
  const likely = candidates.filter((candidate) => isFrench(candidate) || isName(candidate))
  const plain =
    likely.find((candidate) => /[ldn]/.test(start) && isNounLike(candidate)) ?? likely[0]
  return plain && startsWithVowel(plain) ? `${start}'${plain}` : undefined
}
