import { readFileSync } from 'node:fs'
import { verbForms } from './conjugation.ts'
import { deburr, soundKey } from './phonetic.ts'

const base = readFileSync(new URL('./vocabulary.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .flatMap((line) => line.split(' '))

const nouns = new Set([...base, ...base.flatMap(inflections)])
const known = new Set([...nouns, ...verbForms.map(({ form }) => form)])
const wide = [...known]
const byBare = Map.groupBy(wide, deburr)
const rank = new Map([...new Set([...base, ...wide])].map((word, index) => [word, index]))

/** Whether this is a correct French word of what young people tell (about 30,000 forms). */
export function isFrench(word: string): boolean {
  return known.has(word.toLowerCase())
}

/** Whether it can follow « les » or « mon »: listed as a word of its own, not only as a form of a verb. */
export function isNounLike(word: string): boolean {
  return nouns.has(word)
}

const neverPlural =
  /^(janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|petit-déjeuner|et|ou|de|du|en|à|au|je|tu|il|elle|on|qui|que|dans|par|pour|avec|autre|plus|ne|y|ma|la|le|un|une|deux|sept|huit|neuf|cinq|quatre|cent|mille|premi.re?|dernier|derni.re|tout|toute|matin|midi|soir)$/

/** « pièce » → « pièces », « tuyau » → « tuyaux »; `undefined` when already plural or not known. */
export function pluralOf(word: string): string | undefined {
  if (!nouns.has(word) || /[sxz]$|-/.test(word) || neverPlural.test(word)) return undefined
  return [word.replace(/al$/, 'aux'), `${word}x`, `${word}s`]
    .filter((form) => form !== word)
    .find((plural) => nouns.has(plural))
}

/** Known words with the same letters once accents are left out, most likely first. */
export function withAccents(word: string): readonly string[] {
  const ending = /é(?:e?s?)$/.exec(word)?.[0] ?? ''
  const same = byBare.get(deburr(word)) ?? []
  return ordered(
    same.filter((candidate) => candidate.endsWith(ending)),
    word,
  )
}

/** Known words that sound the same, closest spelling first. */
export function soundingLike(word: string): readonly string[] {
  const withMuteE = /[bcdfgklmnpqrstvz]$/.test(word)
    ? (soundIndex().get(soundKey(`${word}e`)) ?? [])
    : []
  return ordered([...(soundIndex().get(soundKey(word)) ?? []), ...withMuteE], word)
}

/**
 * Known words one slip away (letter added, missing, changed, or two swapped), for words of five
 * letters or more that begin with the same letter. Several answers mean that nothing is sure.
 */
export function oneSlipAway(word: string): readonly string[] {
  if (word.length < 5) return []
  const bare = deburr(word)
  return [-1, 0, 1]
    .flatMap((more) => startIndex().get(`${word[0]}${word.length + more}`) ?? [])
    .filter((candidate) => isOneSlip(bare, candidate.bare))
    .map((candidate) => candidate.word)
}

/** Damerau-Levenshtein distance of at most one. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let i = 0
  while (i < a.length && a[i] === b[i]) i += 1
  const rests = [
    [a.slice(i), b.slice(i + 1)],
    [a.slice(i + 1), b.slice(i)],
    [a.slice(i + 1), b.slice(i + 1)],
    [`${a[i + 1] ?? ''}${a[i] ?? ''}${a.slice(i + 2)}`, b.slice(i)],
  ]
  return rests.some(([left, right]) => left === right)
}

function ordered(words: readonly string[], target: string): string[] {
  const cost = (word: string) =>
    distance(word, target) * 10_000 + Math.min(9_999, rank.get(word) ?? 9_999)
  return words.toSorted((a, b) => cost(a) - cost(b))
}

/** Letters of either word that the other does not have, in bag terms: cheap and good enough here. */
function distance(a: string, b: string): number {
  const rest = Array.from(deburr(b))
  let missing = 0
  for (const letter of deburr(a)) {
    const at = rest.indexOf(letter)
    if (at >= 0) rest.splice(at, 1)
    else missing += 1
  }
  return missing + rest.length
}

function inflections(word: string): string[] {
  if (/[sxz]$/.test(word) || word.length < 4 || word.includes("'")) return []
  if (word.endsWith('al')) return [`${word.slice(0, -1)}ux`, `${word}e`, `${word}es`]
  if (/(au|eu)$/.test(word)) return [`${word}x`]
  return /[éi]$/.test(word) ? [`${word}s`, `${word}e`, `${word}es`] : [`${word}s`]
}

/** Built at the first misspelt word, so that starting up costs nothing. */
const soundIndex = once(() => Map.groupBy(wide, soundKey))
const startIndex = once(() =>
  Map.groupBy(
    wide.filter((word) => word.length >= 4).map((word) => ({ word, bare: deburr(word) })),
    ({ word }) => `${word[0]}${word.length}`,
  ),
)

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined
  return () => {
    made ??= make()
    return made
  }
}
