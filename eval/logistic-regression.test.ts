import { expect, test } from 'vitest'
import { fitLogistic } from './logistic-regression.ts'

const chanceOf = (
  features: readonly number[],
  { intercept, weights }: ReturnType<typeof fitLogistic>,
) =>
  1 /
  (1 +
    Math.exp(
      -features.reduce((sum, feature, place) => sum + feature * (weights[place] ?? 0), intercept),
    ))

test('the fitted chances are the shares seen in the examples', () => {
  const examples = [
    ...Array.from({ length: 800 }, (_, place) => ({
      features: [1],
      target: place % 4 === 0 ? 0 : 1,
    })),
    ...Array.from({ length: 800 }, (_, place) => ({
      features: [0],
      target: place % 10 === 0 ? 1 : 0,
    })),
  ]
  const model = fitLogistic(examples)
  expect(chanceOf([1], model)).toBeCloseTo(0.75, 1)
  expect(chanceOf([0], model)).toBeCloseTo(0.1, 1)
})

test('a feature that separates perfectly keeps a finite weight', () => {
  const examples = [0, 0, 0, 1, 1, 1].map((target) => ({ features: [target], target }))
  const { weights } = fitLogistic(examples)
  expect(weights[0]).toBeGreaterThan(0)
  expect(weights[0]).toBeLessThan(50)
})
