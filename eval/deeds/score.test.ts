import { expect, test } from 'vitest'
import { anAnswer, anItem } from './deeds.fixture.ts'
import { scoreTables } from './score.ts'

const found = { item: anItem({ id: 'a' }), line: anAnswer(['+10']) }
const missed = { item: anItem({ id: 'b', register: 'standard' }), line: anAnswer(['12']) }
const nothing = {
  item: anItem({ id: 'c', kind: 'none', expect: 'none', grades: new Map(), jobs: [] }),
  line: anAnswer([], { none: true }),
}

test('figures come for all, by register and by kind, the largest group first', () => {
  const [all, registers, kinds] = scoreTables([missed, found, nothing])
  expect(all?.columns).toEqual(['measure', 'all (3)'])
  expect(registers?.columns).toEqual(['measure', 'oral (2)', 'standard (1)'])
  expect(kinds?.columns).toEqual(['measure', 'job (2)'])
  expect(all?.rows[0]).toEqual(['recall@5', expect.stringMatching(/^0\.500 \[0\.00–1\.00\]$/)])
  expect(registers?.rows[0]?.map((cell) => cell.slice(0, 5))).toEqual(['recal', '1.000', '0.000'])
})

test('what is found without our phrases stands beside', () => {
  const [all] = scoreTables([found], [missed])
  expect(all?.columns).toEqual(['measure', 'all (1)', 'without our phrases (1)'])
  expect(all?.rows[0]?.map((cell) => cell.slice(0, 5))).toEqual(['recal', '1.000', '0.000'])
})
