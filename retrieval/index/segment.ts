import type { SparseVector } from '../encoder/sparse-vector.ts'
import { type DenseBlock, type DenseScan, dotAt, openDenseScan, packDense } from './dense-scan.ts'
import { denseShare, type Encoded } from './skill-index.ts'

/**
 * The vectors of one kind of surface, as an inverted index in typed arrays: `features` ascending;
 * the postings of feature `f` are `docs` and `weights` from `offsets[f]` to `offsets[f + 1]`.
 * `dense` holds the dense vectors (of dimension 0 when there are none).
 */
export type Segment = {
  readonly size: number
  readonly features: Uint32Array
  readonly offsets: Uint32Array
  readonly docs: Uint32Array
  readonly weights: Float32Array
  readonly dense: DenseBlock
}

/** A segment made ready to search. */
export type OpenedSegment = Segment & { readonly scan: DenseScan }

/** `dense`, 0-1, is the dense part of the score when both sides have one. */
export type Ranked = { readonly doc: number; readonly score: number; readonly dense?: number }

export const openSegment = (segment: Segment): OpenedSegment => ({
  ...segment,
  scan: openDenseScan(segment.dense),
})

export const buildSegment = (vectors: readonly Encoded[]): Segment => {
  const counts = new Map<number, number>()
  let postings = 0
  for (const { sparse } of vectors) {
    postings += sparse.indices.length
    for (const feature of sparse.indices) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  }
  const features = Uint32Array.from(counts.keys()).sort()
  const offsets = new Uint32Array(features.length + 1)
  const places = new Map<number, number>()
  features.forEach((feature, place) => {
    places.set(feature, offsets[place] ?? 0)
    offsets[place + 1] = (offsets[place] ?? 0) + (counts.get(feature) ?? 0)
  })
  const docs = new Uint32Array(postings)
  const weights = new Float32Array(postings)
  vectors.forEach(({ sparse }, doc) => {
    sparse.indices.forEach((feature, index) => {
      const place = places.get(feature) ?? 0
      docs[place] = doc
      weights[place] = sparse.values[index] ?? 0
      places.set(feature, place + 1)
    })
  })
  return { size: vectors.length, features, offsets, docs, weights, dense: stackDense(vectors) }
}

const stackDense = (vectors: readonly Encoded[]): DenseBlock => {
  const dimension = vectors[0]?.dense?.length ?? 0
  if (vectors.some(({ dense }) => (dense?.length ?? 0) !== dimension)) {
    throw new Error('dense vectors of one index must all have the same dimension')
  }
  const none = new Float32Array(0)
  const stacked = dimension === 0 ? [] : vectors.map(({ dense }) => dense ?? none)
  return packDense(stacked, dimension)
}

/** Exact search: every vector is scored. Equal scores keep the order of insertion. */
export const searchSegment = (
  segment: OpenedSegment,
  query: Encoded,
  limit: number,
): readonly Ranked[] => {
  const scores = new Float32Array(segment.size)
  addSparse(segment, query.sparse, scores)
  if (query.dense === undefined || segment.dense.dimension !== query.dense.length) {
    return best(scores, limit)
  }
  const found = segment.scan(query.dense)
  mixDense(found, scores)
  return best(scores, limit).map(({ doc, score }) => {
    const dense = Math.min(1, Math.max(0, dotAt(found, doc)))
    return { doc, score, dense }
  })
}

/** `similarity`, once for each of tens of thousands of vectors: no call inside. */
const mixDense = (
  { products, scales, worth }: ReturnType<DenseScan>,
  scores: Float32Array,
): void => {
  const factor = worth * denseShare
  const sparseShare = 1 - denseShare
  for (let doc = 0; doc < scores.length; doc++) {
    const product = products[doc] ?? 0
    const words = (scores[doc] ?? 0) * sparseShare
    scores[doc] = product > 0 ? words + product * (scales[doc] ?? 0) * factor : words
  }
}

const addSparse = (segment: Segment, query: SparseVector, scores: Float32Array): void => {
  const { features, offsets, docs, weights } = segment
  for (let index = 0; index < query.indices.length; index++) {
    const place = find(features, query.indices[index] ?? 0)
    if (place === -1) continue
    const value = query.values[index] ?? 0
    const end = offsets[place + 1] ?? 0
    for (let posting = offsets[place] ?? 0; posting < end; posting++) {
      const doc = docs[posting] ?? 0
      scores[doc] = (scores[doc] ?? 0) + value * (weights[posting] ?? 0)
    }
  }
}

const find = (features: Uint32Array, feature: number): number => {
  let low = 0
  let high = features.length - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const value = features[middle] ?? 0
    if (value === feature) return middle
    if (value < feature) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** The `limit` highest, kept sorted in place: most scores lose at the first comparison. */
const best = (scores: Float32Array, limit: number): readonly Ranked[] => {
  const docs = new Uint32Array(limit)
  const kept = new Float32Array(limit)
  let count = 0
  let floor = 0
  for (let doc = 0; doc < scores.length; doc++) {
    const score = scores[doc] ?? 0
    if (score <= floor) continue
    let place = count < limit ? count++ : limit - 1
    while (place > 0 && (kept[place - 1] ?? 0) < score) {
      kept[place] = kept[place - 1] ?? 0
      docs[place] = docs[place - 1] ?? 0
      place--
    }
    kept[place] = score
    docs[place] = doc
    if (count === limit) floor = kept[limit - 1] ?? 0
  }
  return Array.from({ length: count }, (_, place) => ({
    doc: docs[place] ?? 0,
    score: Math.min(1, kept[place] ?? 0),
  }))
}
