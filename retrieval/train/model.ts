import type { SubwordFeatures } from '../encoder/subword-features.ts'
import type { Random } from './seeded-random.ts'

/** The table while it is learnt: `buckets` rows of `dimension` floats. */
export type Model = {
  readonly buckets: number
  readonly dimension: number
  readonly table: Float32Array
  /** Sum of squared gradients of each row (Adagrad, one value a row). */
  readonly steps: Float32Array
}

/**
 * Rows start at random, as long as the feature is rare (its IDF): before any learning the dot
 * product of two texts is then about that of their TF-IDF vectors (random projection).
 */
export const startModel = (
  texts: readonly SubwordFeatures[],
  buckets: number,
  dimension: number,
  random: Random,
): Model => {
  const seen = new Uint32Array(buckets)
  for (const { rows } of texts) {
    for (const row of new Set(rows)) seen[row] = (seen[row] ?? 0) + 1
  }
  const table = new Float32Array(buckets * dimension)
  for (let row = 0; row < buckets; row++) {
    const count = seen[row] ?? 0
    if (count === 0) continue
    const length = Math.log(1 + texts.length / (1 + count)) / Math.sqrt(dimension)
    for (let place = 0; place < dimension; place++) {
      table[row * dimension + place] = random.normal() * length
    }
  }
  return { buckets, dimension, table, steps: new Float32Array(buckets) }
}

/** Adds up the rows of a text into `out` (from `at`), makes it of norm 1, and says what its norm was. */
export const embedInto = (
  { table, dimension }: Pick<Model, 'table' | 'dimension'>,
  { rows, shares }: SubwordFeatures,
  out: Float32Array,
  at: number,
): number => {
  out.fill(0, at, at + dimension)
  for (let feature = 0; feature < rows.length; feature++) {
    const start = (rows[feature] ?? 0) * dimension
    const share = shares[feature] ?? 0
    for (let place = 0; place < dimension; place++) {
      out[at + place] = (out[at + place] ?? 0) + share * (table[start + place] ?? 0)
    }
  }
  let sum = 0
  for (let place = at; place < at + dimension; place++) sum += (out[place] ?? 0) ** 2
  const norm = Math.sqrt(sum)
  if (norm > 0)
    for (let place = at; place < at + dimension; place++) out[place] = (out[place] ?? 0) / norm
  return norm
}

/**
 * One step down the slope for the rows of a text. `slope` is the gradient on its vector of norm 1
 * (at `at`, as is `unit`); it is brought back through the norm, then shared between the rows.
 */
export const descend = (
  { table, steps, dimension }: Model,
  { rows, shares }: SubwordFeatures,
  {
    unit,
    slope,
    at,
    norm,
    rate,
  }: { unit: Float32Array; slope: Float32Array; at: number; norm: number; rate: number },
): void => {
  if (norm === 0) return
  let along = 0
  for (let place = at; place < at + dimension; place++)
    along += (unit[place] ?? 0) * (slope[place] ?? 0)
  let square = 0
  for (let place = at; place < at + dimension; place++) {
    const value = ((slope[place] ?? 0) - along * (unit[place] ?? 0)) / norm
    slope[place] = value
    square += value * value
  }
  square /= dimension
  for (let feature = 0; feature < rows.length; feature++) {
    const row = rows[feature] ?? 0
    const share = shares[feature] ?? 0
    const sum = (steps[row] ?? 0) + share * share * square
    steps[row] = sum
    const step = (rate * share) / (Math.sqrt(sum) + 1e-10)
    const start = row * dimension
    for (let place = 0; place < dimension; place++) {
      table[start + place] = (table[start + place] ?? 0) - step * (slope[at + place] ?? 0)
    }
  }
}
