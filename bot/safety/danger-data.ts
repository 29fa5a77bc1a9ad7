import { type Row, readRows } from './read-rows.ts'
import { compilePattern } from './word-pattern.ts'

export type DangerLevel = 1 | 2 | 3

const dangerKinds = [
  'suicide',
  'violence',
  'sexual-violence',
  'child',
  'medical',
  'homeless',
  'weapon',
  'distress',
] as const

export type DangerKind = (typeof dangerKinds)[number]

/**
 * `patterns.tsv`, read and compiled once when the process starts. A line that cannot be read stops
 * the start, with its number and in words for the person who edits the file.
 */
export const dangerData = compile(readRows('patterns.tsv'))

function compile(rows: readonly Row[]) {
  const lists = new Map(of(rows, '@').map(({ cells: [, name = '', words = ''] }) => [name, words]))
  const pattern = (text: string) => compilePattern(text, lists)
  const anyOf = (name: string) =>
    pattern(
      of(rows, name)
        .map(({ cells }) => cells[2] ?? '')
        .join('|'),
    ).mayStartWith

  return {
    dangers: rows.flatMap(({ cells: [mark, kind = '', text = '', note], line }) => {
      const level = levelOf(mark)
      return level
        ? [
            {
              level,
              kind: kindNamed(kind, line),
              pattern: pattern(text),
              softensWithLaughter: note === 'joke',
            },
          ]
        : []
    }),
    safe: of(rows, 'safe').map(({ cells: [, reach, text = ''] }) => ({
      pattern: pattern(text),
      cancelsByOneWord: reach === 'any',
    })),
    calm: of(rows, 'calm').map(({ cells: [, kinds = '', words = ''], line }) => ({
      kinds: new Set(kinds.split(',').map((kind) => kindNamed(kind, line))),
      has: pattern(words).mayStartWith,
    })),
    isOther: anyOf('other'),
    isLaugh: anyOf('laugh'),
    isSelf: anyOf('self'),
  }
}

function levelOf(mark: string | undefined): DangerLevel | undefined {
  return ([1, 2, 3] as const).find((level) => String(level) === mark)
}

function of(rows: readonly Row[], name: string): Row[] {
  return rows.filter(({ cells }) => cells[0] === name)
}

function kindNamed(name: string, line: number): DangerKind {
  const kind = dangerKinds.find((known) => known === name)
  if (!kind) throw new Error(`patterns.tsv, line ${line}: "${name}" is not a kind of danger.`)
  return kind
}
