import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readGradedSet } from './graded-set.ts'

const item = { id: 'a', kind: 'job', register: 'oral', text: 'la plonge', expect: 'skills' }

const aFolder = (items: string, qrels: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'raconte-graded-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'items.jsonl'), items)
  writeFileSync(join(folder, 'qrels.jsonl'), qrels)
  return folder
}

test('a text and its grades are joined by their id', () => {
  const grade = { id: 'a', skills: { '10': 2, '11': 1 }, jobs: ['G1605'] }
  const [read] = readGradedSet(aFolder(`${JSON.stringify(item)}\n`, `${JSON.stringify(grade)}\n`))
  expect(read).toMatchObject({ id: 'a', text: 'la plonge', jobs: ['G1605'] })
  expect(read?.grades.get('10')).toBe(2)
  expect(read?.savoirEtre.size).toBe(0)
})

test.each([
  ['{"id":"b","skills":{}}', 'qrels.jsonl: no item is called b'],
  ['{"id":"a","skills":{"10":3}}', 'qrels.jsonl, line 1: wrong skills.10'],
  ['\n{oups', 'qrels.jsonl, line 2: wrong JSON'],
])('a broken set is refused by its line, without its words: %j', (qrels, message) => {
  expect(() => readGradedSet(aFolder(JSON.stringify(item), qrels))).toThrow(message)
})

test('a folder without its files says which is missing', () => {
  expect(() => readGradedSet('nowhere')).toThrow('items.jsonl is missing')
})
