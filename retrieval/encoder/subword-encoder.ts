import { join } from 'node:path'
import type { DenseEncoder } from './encoder.ts'
import { subwordsOf, wordFeatures } from './subword-features.ts'
import { readTable, type SubwordTable } from './subword-table.ts'

/** The encoder that comes with the code, made by `npm run train`; its card lies beside it. */
export const builtInTable = join(import.meta.dirname, 'subword/table.snapshot')

/**
 * Our own dense encoder: the vector of a text is the sum of the vectors of its words, made of norm
 * 1, and 0 for a text without words. It needs no service and never fails; a word takes some
 * microseconds.
 */
export const subwordEncoder = (table: SubwordTable = readTable(builtInTable)): DenseEncoder => ({
  id: table.id,
  embed: async (texts) => subwordVectors(table, texts),
})

/** One vector per text, at once. */
export const subwordVectors = (
  table: SubwordTable,
  texts: readonly string[],
): readonly Float32Array[] => {
  const known = new Map<string, Float32Array>()
  const vectorOf = (word: string): Float32Array => {
    const before = known.get(word)
    if (before !== undefined) return before
    const made = wordVector(table, word)
    known.set(word, made)
    return made
  }
  return texts.map((text) => normedSum(subwordsOf(text).map(vectorOf), table.dimension))
}

const wordVector = ({ dimension, values, scales }: SubwordTable, word: string): Float32Array => {
  const { rows, shares } = wordFeatures(word, scales.length)
  const sum = new Float32Array(dimension)
  for (let feature = 0; feature < rows.length; feature++) {
    const row = rows[feature] ?? 0
    const share = (shares[feature] ?? 0) * (scales[row] ?? 0)
    if (share === 0) continue
    const start = row * dimension
    for (let place = 0; place < dimension; place++) {
      sum[place] = (sum[place] ?? 0) + share * (values[start + place] ?? 0)
    }
  }
  return sum
}

const normedSum = (vectors: readonly Float32Array[], dimension: number): Float32Array => {
  const sum = new Float32Array(dimension)
  for (const vector of vectors) {
    for (let place = 0; place < dimension; place++) {
      sum[place] = (sum[place] ?? 0) + (vector[place] ?? 0)
    }
  }
  let square = 0
  for (const value of sum) square += value * value
  const norm = Math.sqrt(square)
  return norm === 0 ? sum : sum.map((value) => value / norm)
}
