import { fnv1a } from './fnv.ts'
import { frenchStem } from './french-stem.ts'
import type { SparseVector } from './sparse-vector.ts'
import { meaningfulWords } from './tokens.ts'

/**
 * Text → sparse vector of norm 1, so that the dot product of two texts is a similarity in 0-1.
 *
 * Two views of the same words share the vector: stems (exact, precise) and character n-grams
 * inside words (forgive spelling). Each view is TF-IDF weighted and normalised on its own, then
 * weighed (`stemShare`), so that neither drowns the other. IDF comes from the labels the encoder
 * was fitted on; a feature never seen there weighs as if seen once.
 */
export interface LexicalEncoder {
  /** Changes whenever the same text would be encoded otherwise. */
  readonly id: string
  encode(text: string): SparseVector
  /** What `restoreLexicalEncoder` needs. */
  readonly state: LexicalState
}

export type LexicalState = {
  /** Number of texts it was fitted on. */
  readonly texts: number
  /** Feature hashes, ascending. */
  readonly features: Uint32Array
  /** In how many texts each was seen. */
  readonly seen: Uint32Array
}

/** Raise when the features or their weights change: snapshots made before are then rebuilt. */
const algorithm = 'lexical-1'
const stemShare = 0.5
const longestText = 400
const shortestGram = 3
const longestGram = 5

export const fitLexicalEncoder = (texts: readonly string[]): LexicalEncoder => {
  const seen = new Map<number, number>()
  for (const text of texts) {
    const { stems, grams } = featuresOf(text)
    for (const feature of stems.keys()) seen.set(feature, (seen.get(feature) ?? 0) + 1)
    for (const feature of grams.keys()) seen.set(feature, (seen.get(feature) ?? 0) + 1)
  }
  const features = Uint32Array.from(seen.keys()).sort()
  const counts = Uint32Array.from(features, (feature) => seen.get(feature) ?? 0)
  return restoreLexicalEncoder({ texts: texts.length, features, seen: counts })
}

export const restoreLexicalEncoder = (state: LexicalState): LexicalEncoder => {
  const weights = new Map<number, number>()
  state.features.forEach((feature, place) => {
    weights.set(feature, idf(state.texts, state.seen[place] ?? 0))
  })
  const unseen = idf(state.texts, 1)
  const weight = (feature: number) => weights.get(feature) ?? unseen
  return {
    id: algorithm,
    state,
    encode: (text) => {
      const { stems, grams } = featuresOf(text)
      const pairs = [
        ...weighted(stems, weight, Math.sqrt(stemShare)),
        ...weighted(grams, weight, Math.sqrt(1 - stemShare)),
      ].sort((a, b) => a[0] - b[0])
      return {
        indices: Uint32Array.from(pairs, (pair) => pair[0]),
        values: Float32Array.from(pairs, (pair) => pair[1]),
      }
    },
  }
}

const idf = (texts: number, seen: number): number => Math.log(1 + texts / (1 + seen))

type Counts = ReadonlyMap<number, number>

const featuresOf = (text: string): { stems: Counts; grams: Counts } => {
  const stems = new Map<number, number>()
  const grams = new Map<number, number>()
  for (const word of meaningfulWords(text.slice(0, longestText))) {
    count(stems, stemFeature(fnv1a(frenchStem(word))))
    const padded = `<${word}>`
    for (let size = shortestGram; size <= longestGram; size++) {
      for (let start = 0; start + size <= padded.length; start++) {
        count(grams, gramFeature(fnv1a(padded.slice(start, start + size))))
      }
    }
  }
  return { stems, grams }
}

/** The last bit tells the view: a stem and a gram never meet, and no vector names a feature twice. */
const stemFeature = (value: number): number => (value & ~1) >>> 0
const gramFeature = (value: number): number => (value | 1) >>> 0

const count = (counts: Map<number, number>, feature: number): void => {
  counts.set(feature, (counts.get(feature) ?? 0) + 1)
}

const weighted = (
  counts: Counts,
  weight: (feature: number) => number,
  share: number,
): [number, number][] => {
  let norm = 0
  const pairs = [...counts].map(([feature, times]): [number, number] => {
    const value = (1 + Math.log(times)) * weight(feature)
    norm += value * value
    return [feature, value]
  })
  const scale = norm === 0 ? 0 : share / Math.sqrt(norm)
  return pairs.map(([feature, value]) => [feature, value * scale])
}
