import { readRows } from './read-rows.ts'

/** One word as it is compared, and where it stands in the verbatim (UTF-16 units, `end` exclusive). */
export type Word = {
  /** How it sounds, roughly: « suissidé » and « suicidé » are the same. */
  readonly full: string
  /** `full` without its silent or verbal ending: « tape », « tapé », « taper », « tapait ». */
  readonly key: string
  readonly start: number
  readonly end: number
}

/**
 * Cuts a text into comparable words, whatever the spelling: case, accents, apostrophes, emoji,
 * invisible characters, repeated letters and the abbreviations of `spellings.tsv` disappear. One
 * written word may give several (« jveu »: je, veux), all with the place of what was written.
 * Linear in the length of the text.
 */
export function foldWords(text: string): Word[] {
  return joinLoneLetters(written(text)).flatMap(({ plain, start, end }) =>
    spelledOut(plain)
      .filter((word) => word !== '' && word !== 'n' && word !== 'ne')
      .map((word) => ({ full: sound(word), key: sound(stem(word)), start, end })),
  )
}

type Written = { readonly plain: string; readonly start: number; readonly end: number }

const spellings = new Map(
  readRows('spellings.tsv').map(({ cells: [short = '', long = ''] }) => [short, long.split(' ')]),
)

const wordShape =
  /[\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060\ufeff]+(?:['’‘ʼ`´][\p{L}\p{N}\p{M}]+)*/gu

function written(text: string): Written[] {
  return [...text.matchAll(wordShape)]
    .map((found) => ({
      plain: plain(found[0]),
      start: found.index,
      end: found.index + found[0].length,
    }))
    .filter((word) => word.plain !== '')
}

/** Lower case, no accents, straight apostrophes, at most two of the same letter in a row. */
function plain(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[cC]\u0327/g, 's')
    .replace(/[\p{M}\u00ad\u200b-\u200d\u2060\ufeff]/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/(.)\1{2,}/g, '$1')
}

/** « m a » is « m'a », and « s u i c i d e » is one word. */
function joinLoneLetters(words: readonly Written[]): Written[] {
  const joined: Written[] = []
  for (let at = 0; at < words.length; at += 1) {
    const run = loneLetters(words, at)
    const length = run >= 4 ? run : elides(words[at], words[at + 1]) ? 2 : 1
    const taken = words.slice(at, at + length)
    const [first, last] = [taken[0], taken.at(-1)]
    if (!first || !last) break
    joined.push({ plain: taken.map((w) => w.plain).join(''), start: first.start, end: last.end })
    at += length - 1
  }
  return joined
}

function loneLetters(words: readonly Written[], from: number): number {
  let count = 0
  while (/^[a-z]$/.test(words[from + count]?.plain ?? '')) count += 1
  return count
}

function elides(word: Written | undefined, next: Written | undefined): boolean {
  return /^[jmts]$/.test(word?.plain ?? '') && /^[aeiouy][a-z]{0,2}$/.test(next?.plain ?? '')
}

function spelledOut(word: string): readonly string[] {
  const bare = word.replaceAll("'", '')
  const known = spellings.get(bare) ?? spellings.get(bare.replace(/(.)\1+/g, '$1'))
  if (known) return known
  const [head, tail] = word.includes("'") ? splitElision(word) : [undefined, bare]
  if (head) return [head, tail]
  const afterJe = /^j([bcdfghklmnpqrstvwxz][a-z]{2,})$/.exec(tail)?.[1]
  return afterJe ? ['je', ...(spellings.get(afterJe) ?? [afterJe])] : [tail]
}

const elided: Readonly<Record<string, string>> = { j: 'je', m: 'me', t: 'te', s: 'se' }

/** « l'arme » is « arme »; « m'étrangle » is « me étrangle »; « m'a » stays one word, as in « on ma ». */
function splitElision(word: string): [string | undefined, string] {
  const cut = word.indexOf("'")
  const head = word.slice(0, cut)
  const tail = word.slice(cut + 1).replaceAll("'", '')
  if (tail.length <= 3) return [undefined, head + tail]
  return /^(l|d|qu|n|c)$/.test(head)
    ? [undefined, tail]
    : [elided[head], elided[head] ? tail : head + tail]
}

function sound(word: string): string {
  return word
    .replace(/ph/g, 'f')
    .replace(/qu|q/g, 'k')
    .replace(/ch/g, '§')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/c/g, 'k')
    .replace(/h/g, '')
    .replace(/eau|au/g, 'o')
    .replace(/ai|ei/g, 'e')
    .replace(/y/g, 'i')
    .replace(/en(?=[^aeiou]|$)/g, 'an')
    .replace(/em(?=[bp])/g, 'am')
    .replace(/(.)\1+/g, '$1')
    .replace(/§/g, 'ch')
}

const endings = [/(?:aient|ait|ais|ai|ees|ee|es|er|ez|e)$/, /[stxdz]+$/]

/** The word without one ending, when at least three letters are left. */
function stem(word: string): string {
  return (
    endings
      .map((ending) => word.replace(ending, ''))
      .find((cut) => cut !== word && cut.length >= 3) ?? word
  )
}
