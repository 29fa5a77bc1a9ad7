import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { dangerRows, evaluateDanger } from './evaluate-danger.ts'

const aFile = (text: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'raconte-danger-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'lines.tsv'), text)
  return join(folder, 'lines.tsv')
}

const rowsOf = (done: ReturnType<typeof evaluateDanger>) =>
  'tables' in done ? (done.tables[0]?.rows ?? []) : []

test('a danger heard at a lower level is missed at its own, and heard all the same', () => {
  const rows = dangerRows([
    { expected: 3, found: 2 },
    { expected: 3, found: 3 },
    { expected: 1, found: 2 },
    { expected: 0, found: 1 },
    { expected: 0, found: 3 },
  ])
  expect(rows.map(([, count, share]) => [count, share?.split(' [')[0]])).toEqual([
    ['2', '50.0 % (1/2)'],
    ['0', '–'],
    ['1', '100.0 % (1/1)'],
    ['3', '66.7 % (2/3)'],
    ['3', '100.0 % (3/3)'],
    ['1', '100.0 % (1/1)'],
    ['2', '50.0 % (1/2)'],
    ['2', '50.0 % (1/2)'],
  ])
})

test('a file of one’s own is read, and its remarks are left out', () => {
  const rows = rowsOf(
    evaluateDanger(aFile('# ours\n3\tje veux me suicider ce soir\n0\tjai fait la plonge\n')),
  )
  expect(rows[0]?.[2]).toContain('(1/1)')
  expect(rows[6]?.[2]).toContain('(0/1)')
})

test('a line without a level is refused by its number, without its words', () => {
  const file = aFile('3\tje vais mal\nje vais mal aussi\n')
  expect(() => evaluateDanger(file)).toThrow(
    /^lines\.tsv, line 2: a level from 0 to 3 must come first$/,
  )
})

test('without the file it says what is missing', () => {
  expect(evaluateDanger('nowhere.tsv')).toEqual({ absent: 'no danger lines in nowhere.tsv' })
})
