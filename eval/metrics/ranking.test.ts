import { expect, test } from 'vitest'
import { ndcgAt } from './ndcg.ts'
import { precisionAt } from './precision.ts'
import { recallAt } from './recall.ts'
import { reciprocalRank } from './reciprocal-rank.ts'

const ranked = ['a', 'b', 'c', 'd']

test('recall counts the relevant codes that were found in time', () => {
  expect(recallAt(ranked, new Set(['b', 'd']), 2)).toBe(0.5)
  expect(recallAt(ranked, new Set(['b', 'd']), 4)).toBe(1)
  expect(recallAt(ranked, new Set(['z']), 4)).toBe(0)
  expect(recallAt(ranked, new Set(), 4)).toBeUndefined()
})

test('a list that repeats a code does not recall it twice', () => {
  expect(recallAt(['b', 'b'], new Set(['b', 'd']), 2)).toBe(0.5)
})

test('precision counts empty places as misses', () => {
  expect(precisionAt(ranked, (code) => code === 'a', 1)).toBe(1)
  expect(precisionAt(['a'], (code) => code === 'a', 3)).toBeCloseTo(1 / 3)
})

test('gain is worth less further down, and 1 in the best order', () => {
  const gains = new Map([
    ['a', 3],
    ['b', 1],
  ])
  expect(ndcgAt(['a', 'b'], gains, 10)).toBe(1)
  expect(ndcgAt(['b', 'a'], gains, 10)).toBeCloseTo((1 + 3 / 1.58496) / (3 + 1 / 1.58496), 4)
  expect(ndcgAt(['z'], gains, 10)).toBe(0)
  expect(ndcgAt(['a'], new Map(), 10)).toBeUndefined()
})

test('the first right answer alone decides the reciprocal rank', () => {
  expect(reciprocalRank(ranked, new Set(['c', 'd']))).toBeCloseTo(1 / 3)
  expect(reciprocalRank(ranked, new Set(['z']))).toBe(0)
})
