import type { Schemas } from '@qdrant/js-client-rest'
import * as z from 'zod'
import { type SparseVector, sparseDot } from '../encoder/sparse-vector.ts'
import {
  denseDot,
  type Hit,
  type IndexedSurface,
  type IndexQuery,
  similarity,
} from './skill-index.ts'

/** Names of the two vectors of a point. */
export const vectorNames = { dense: 'meaning', sparse: 'words' } as const

type QueryRequest = Schemas['QueryRequest']
type Point = Schemas['PointStruct']
type ScoredPoint = Schemas['ScoredPoint']

/** Ids are positions: a point is never updated alone, only with its whole version. */
export const toPoint = (surface: IndexedSurface, id: number, version: string): Point => {
  const { kind, code, text, source, sparse, dense } = surface
  return {
    id,
    payload: { kind, code, text, source, version },
    vector: {
      [vectorNames.sparse]: plainSparse(sparse),
      ...(dense === undefined ? {} : { [vectorNames.dense]: [...dense] }),
    },
  }
}

/**
 * Without a dense part: nearest sparse vectors. With one: both are prefetched and fused by rank on
 * the server, and the vectors come back so that `toHits` can give the similarity of the port.
 */
export const toQuery = ({ kind, limit, sparse, dense }: IndexQuery): QueryRequest => {
  const filter = { must: [{ key: 'kind', match: { value: kind } }] }
  const words = { query: plainSparse(sparse), using: vectorNames.sparse, filter, limit }
  if (dense === undefined) return { ...words, with_payload: true }
  return {
    prefetch: [words, { query: [...dense], using: vectorNames.dense, filter, limit }],
    query: { fusion: 'rrf' },
    limit,
    with_payload: true,
    with_vector: [vectorNames.sparse, vectorNames.dense],
  }
}

const payloadSchema = z.object({
  kind: z.enum(['skill', 'job']),
  code: z.string(),
  text: z.string(),
  source: z.enum(['label', 'macro', 'phrase', 'title', 'informal', 'definition']),
})

const vectorSchema = z.object({
  [vectorNames.sparse]: z.object({ indices: z.array(z.number()), values: z.array(z.number()) }),
  [vectorNames.dense]: z.array(z.number()).optional(),
})

/** A point that is not ours to read is left out. */
export const toHits = (query: IndexQuery, points: readonly ScoredPoint[]): readonly Hit[] => {
  const hits = points.flatMap((point): Hit[] => {
    const surface = payloadSchema.safeParse(point.payload).data
    const likeness = likenessOf(query, point)
    return surface === undefined || likeness.score <= 0 ? [] : [{ surface, ...likeness }]
  })
  return hits.sort((a, b) => b.score - a.score)
}

const likenessOf = (query: IndexQuery, point: ScoredPoint): Omit<Hit, 'surface'> => {
  if (query.dense === undefined) return { score: similarity(point.score, undefined) }
  const vectors = vectorSchema.safeParse(point.vector).data
  if (vectors === undefined) return { score: 0 }
  const { [vectorNames.sparse]: words, [vectorNames.dense]: meaning } = vectors
  const sparse = sparseDot(query.sparse, ascending(words))
  if (meaning === undefined) return { score: similarity(sparse, undefined) }
  const dense = denseDot(query.dense, Float32Array.from(meaning))
  return { score: similarity(sparse, dense), dense: Math.min(1, Math.max(0, dense)) }
}

const plainSparse = ({ indices, values }: SparseVector) => ({
  indices: [...indices],
  values: [...values],
})

/** A server may give the places back in another order than ours. */
const ascending = (vector: { indices: number[]; values: number[] }): SparseVector => {
  const pairs = vector.indices
    .map((feature, place): [number, number] => [feature, vector.values[place] ?? 0])
    .sort((a, b) => a[0] - b[0])
  return {
    indices: Uint32Array.from(pairs, (pair) => pair[0]),
    values: Float32Array.from(pairs, (pair) => pair[1]),
  }
}
