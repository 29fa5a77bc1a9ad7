import { Unavailable } from '#portfolio/errors.ts'
import type { Encoded } from '../index/skill-index.ts'
import type { LexicalEncoder } from './lexical-encoder.ts'

/**
 * Text → dense vector, by a model. `embed` answers one vector of norm 1 and of one dimension per
 * text, and throws `Unavailable` when the model did not answer in time.
 */
export interface DenseEncoder {
  /** `provider:model`; the vectors of two ids are never compared. */
  readonly id: string
  embed(texts: readonly string[], purpose: 'query' | 'document'): Promise<readonly Float32Array[]>
}

/** What the index and the linking see: one call for both kinds of vector. */
export interface Encoder {
  readonly id: string
  /** For the index. Throws `Unavailable` when the model is down. */
  encodeDocuments(texts: readonly string[]): Promise<readonly Encoded[]>
  /** For a search. Leaves `dense` out when the model is down: words alone still find. */
  encodeQueries(texts: readonly string[]): Promise<readonly Encoded[]>
  /** What is missing at the moment, if anything. */
  degraded(): string | undefined
}

export const hybridEncoder = (lexical: LexicalEncoder, dense?: DenseEncoder): Encoder => {
  let failure: string | undefined
  const sparse = (text: string): Encoded => ({ sparse: lexical.encode(text) })
  const both = async (
    texts: readonly string[],
    purpose: 'query' | 'document',
    model: DenseEncoder,
  ): Promise<readonly Encoded[]> => {
    const vectors = await model.embed(texts, purpose)
    return texts.map((text, place) => {
      const vector = vectors[place]
      return vector === undefined ? sparse(text) : { ...sparse(text), dense: vector }
    })
  }
  return {
    id: dense === undefined ? lexical.id : `${lexical.id}+${dense.id}`,
    degraded: () => failure,
    encodeDocuments: async (texts) =>
      dense === undefined ? texts.map(sparse) : both(texts, 'document', dense),
    encodeQueries: async (texts) => {
      if (dense === undefined || texts.length === 0) return texts.map(sparse)
      try {
        const encoded = await both(texts, 'query', dense)
        failure = undefined
        return encoded
      } catch (cause) {
        if (!(cause instanceof Unavailable)) throw cause
        failure = `${dense.id} did not answer: searching by words alone`
        return texts.map(sparse)
      }
    },
  }
}
