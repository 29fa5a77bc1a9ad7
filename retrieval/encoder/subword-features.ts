import { fnv1a } from './fnv.ts'
import { frenchStem } from './french-stem.ts'
import { meaningfulWords } from './tokens.ts'

/** Rows of a table of vectors to add up, and how much of each. Same length; a row may come twice. */
export type SubwordFeatures = {
  readonly rows: Uint32Array
  readonly shares: Float32Array
}

const longestText = 400
const shortestGram = 3
const longestGram = 6

/** The words of a text that its vector is made of. */
export const subwordsOf = (text: string): readonly string[] =>
  meaningfulWords(text.slice(0, longestText))

/**
 * A word as rows of a table of `buckets` vectors: itself, its stem, and its character n-grams, so that
 * a word never seen is still near those it resembles (P. Bojanowski et al., « Enriching Word Vectors
 * with Subword Information », TACL 2017: n-grams of 3 to 6 letters, between boundary marks, hashed
 * into buckets with FNV-1a). The n-grams of one word share one weight.
 */
export const wordFeatures = (word: string, buckets: number): SubwordFeatures => {
  const grams = gramsOf(`<${word}>`)
  const features = [`=${word}`, `~${frenchStem(word)}`, ...grams]
  const share = 1 / Math.sqrt(grams.length)
  return {
    rows: Uint32Array.from(features, (feature) => fnv1a(feature) % buckets),
    shares: Float32Array.from(features, (_, place) => (place < 2 ? 1 : share)),
  }
}

/** All rows of a text. */
export const subwordFeatures = (text: string, buckets: number): SubwordFeatures => {
  const words = subwordsOf(text).map((word) => wordFeatures(word, buckets))
  return {
    rows: Uint32Array.from(words.flatMap(({ rows }) => [...rows])),
    shares: Float32Array.from(words.flatMap(({ shares }) => [...shares])),
  }
}

const gramsOf = (padded: string): readonly string[] => {
  const grams: string[] = []
  for (let size = shortestGram; size <= longestGram; size++) {
    for (let start = 0; start + size <= padded.length; start++) {
      grams.push(padded.slice(start, start + size))
    }
  }
  return grams
}
