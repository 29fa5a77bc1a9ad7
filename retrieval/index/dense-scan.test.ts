import { expect, test } from 'vitest'
import { dotAt, openDenseScan, packDense } from './dense-scan.ts'

/** Vectors of norm 1, always the same. */
const someVectors = (count: number, dimension: number): readonly Float32Array[] =>
  Array.from({ length: count }, (_, which) => {
    const raw = Float32Array.from({ length: dimension }, (_, place) =>
      Math.sin(which * 7 + place * (which + 1)),
    )
    const norm = Math.hypot(...raw)
    return raw.map((value) => value / norm)
  })

const dot = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, place) => sum + value * (b[place] ?? 0), 0)

test.each([2, 16, 128, 300])(
  'dot products of %i dimensions are those of floats, to a hundredth',
  (dimension) => {
    const vectors = someVectors(40, dimension)
    const scan = openDenseScan(packDense(vectors, dimension))
    for (const query of vectors.slice(0, 5)) {
      const dots = scan(query)
      vectors.forEach((vector, place) => {
        expect(Math.abs(dotAt(dots, place) - dot(query, vector))).toBeLessThan(0.01)
      })
    }
  },
)

test('the largest bytes of either sign do not overflow', () => {
  const vectors = [new Float32Array(64).fill(-0.125), new Float32Array(64).fill(0.125)]
  const dots = openDenseScan(packDense(vectors, 64))(new Float32Array(64).fill(-0.125))
  expect(dotAt(dots, 0)).toBeCloseTo(1, 5)
  expect(dotAt(dots, 1)).toBeCloseTo(-1, 5)
})

test('a vector without meaning is near nothing, and no vectors give no products', () => {
  const none = new Float32Array(8)
  const dots = openDenseScan(packDense(someVectors(3, 8), 8))(none)
  expect([0, 1, 2].map((place) => dotAt(dots, place))).toEqual([0, 0, 0])
  expect(openDenseScan(packDense([], 8))(none).products).toHaveLength(0)
})
