import { readFileSync } from 'node:fs'

const table = new Map(
  rows('./sms-lexicon.tsv').map((line): [string, string] => {
    const [written = '', french = ''] = line.split('\t')
    return [written, french]
  }),
)

const names = new Set(rows('./names.tsv').flatMap((line) => line.split(' ')))

/** How many words the longest entry has. */
export const longestEntry = Math.max(...[...table.keys()].map((key) => key.split(' ').length))

/**
 * What an abbreviation or slang expression stands for, `''` for one that says nothing (« mdr »),
 * `undefined` when it is not in `sms-lexicon.tsv`. Letters repeated for effect do not count.
 */
export function lexiconEntry(written: string): string | undefined {
  const key = written.toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ')
  return (
    table.get(key) ??
    table.get(key.replace(/(.)\1{2,}/gu, '$1')) ??
    table.get(key.replace(/(.)\1{2,}/gu, '$1$1'))
  )
}

/** Shops, brands and software, which are never rewritten. */
export function isName(word: string): boolean {
  return names.has(word.toLowerCase())
}

function rows(file: string): string[] {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
}
