import { expect, test } from 'vitest'
import { bootstrap } from './bootstrap.ts'
import { percentile } from './percentile.ts'
import { noShare, ratioOf, type Share, vote } from './share.ts'
import { wilson } from './wilson.ts'

const half = (count: number): Share[] =>
  Array.from({ length: count }, (_, place) => vote(place % 2 === 0))

test('a measure is the ratio of sums, and items without a say change nothing', () => {
  expect(ratioOf([vote(1), vote(0), noShare])).toBe(0.5)
  expect(
    ratioOf([
      { sum: 1, weight: 4 },
      { sum: 1, weight: 1 },
    ]),
  ).toBe(0.4)
  expect(ratioOf([noShare, vote(undefined)])).toBeUndefined()
})

test('the same seed gives the same interval, another seed nearly the same', () => {
  expect(bootstrap(half(100), 7)).toEqual(bootstrap(half(100), 7))
  expect(bootstrap(half(100), 7)?.low).toBeCloseTo(bootstrap(half(100), 8)?.low ?? 0, 1)
})

test('the bootstrap of a hundred even votes is about one half ± 0.1', () => {
  const { low = 0, high = 1 } = bootstrap(half(100)) ?? {}
  expect(low).toBeGreaterThan(0.38)
  expect(low).toBeLessThan(0.43)
  expect(high).toBeGreaterThan(0.57)
  expect(high).toBeLessThan(0.62)
})

test('four times the items make the interval half as wide', () => {
  const width = (count: number) => {
    const { low = 0, high = 0 } = bootstrap(half(count)) ?? {}
    return high - low
  }
  expect(width(100) / width(400)).toBeCloseTo(2, 0)
})

test('nothing to measure has no interval', () => {
  expect(bootstrap([noShare])).toBeUndefined()
  expect(wilson(0, 0)).toBeUndefined()
})

test('ten successes out of ten leave room for doubt', () => {
  const { low = 0, high = 0 } = wilson(10, 10) ?? {}
  expect(low).toBeCloseTo(0.722, 2)
  expect(high).toBe(1)
})

test('a percentile lies between the two nearest values', () => {
  expect(percentile([4, 1, 3, 2], 0.5)).toBe(2.5)
  expect(percentile([4, 1, 3, 2], 1)).toBe(4)
  expect(percentile([7], 0.99)).toBe(7)
  expect(percentile([], 0.5)).toBeUndefined()
})
