import { expect, test } from 'vitest'
import { type Batch, contrast } from './contrast.ts'
import { seededRandom } from './seeded-random.ts'

const size = 6
const dimension = 8

const aBatch = (groups: readonly number[] = [0, 1, 2, 3, 4, 5]): Batch => {
  const random = seededRandom(5)
  const vectors = () => Float32Array.from({ length: size * dimension }, () => random.normal() / 3)
  return {
    size,
    dimension,
    temperature: 0.5,
    groups: Int32Array.from(groups),
    ones: vectors(),
    others: vectors(),
    slopeOfOnes: new Float32Array(size * dimension),
    slopeOfOthers: new Float32Array(size * dimension),
  }
}

test('the gradients are those that small changes of the vectors show', () => {
  const batch = aBatch([0, 0, 2, 3, 4, 5])
  contrast(batch)
  const sides = [
    [batch.ones, Float32Array.from(batch.slopeOfOnes)],
    [batch.others, Float32Array.from(batch.slopeOfOthers)],
  ] as const
  const step = 0.01
  for (const [vectors, slopes] of sides) {
    for (const place of [0, 9, 21, 47]) {
      const value = vectors[place] ?? 0
      vectors[place] = value + step
      const above = contrast(batch)
      vectors[place] = value - step
      const below = contrast(batch)
      vectors[place] = value
      expect(((above - below) / (2 * step)) * size).toBeCloseTo(slopes[place] ?? 0, 2)
    }
  }
})

test('the loss is least when each text is beside its own', () => {
  const batch = aBatch()
  const apart = contrast(batch)
  batch.others.set(batch.ones)
  expect(contrast(batch)).toBeLessThan(apart)
})

test('texts of one group are not held against each other', () => {
  const batch = aBatch([0, 0, 0, 0, 0, 0])
  expect(contrast(batch)).toBeCloseTo(0, 5)
  expect(Math.max(...batch.slopeOfOnes.map(Math.abs))).toBeCloseTo(0, 5)
})
