import { readFileSync } from 'node:fs'

/** One line of a data file of this folder: its cells, and its number for the editor of the file. */
export type Row = { readonly cells: readonly string[]; readonly line: number }

/** Reads a tab-separated file beside this one. Empty lines and lines that start with `#` are left out. */
export function readRows(file: string): Row[] {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .map((text, index) => ({ text: text.trimEnd(), line: index + 1 }))
    .filter(({ text }) => text !== '' && !text.startsWith('#'))
    .map(({ text, line }) => ({ cells: text.split('\t').map((cell) => cell.trim()), line }))
}
