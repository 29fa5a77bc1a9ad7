import type { EmbeddingsInterface } from '@langchain/core/embeddings'
import { Unavailable } from '#portfolio/errors.ts'
import type { DenseEncoder } from './encoder.ts'

export type LangchainLimits = {
  /** Milliseconds a search waits for the model. */
  readonly query?: number
  /** Milliseconds one batch of labels may take. */
  readonly batch?: number
  /** Labels per batch. */
  readonly batchSize?: number
}

const defaults = { query: 2_000, batch: 60_000, batchSize: 128 } as const

/**
 * Any LangChain `Embeddings` as a dense encoder. LangChain has no time limit of its own, and its
 * `timeout` counts per retry: the limit here is on the whole call. Errors are wrapped without their
 * message, which may contain the text that was sent.
 */
export const langchainEncoder = (
  id: string,
  embeddings: EmbeddingsInterface,
  limits: LangchainLimits = {},
): DenseEncoder => {
  const { query, batch, batchSize } = { ...defaults, ...limits }
  return {
    id,
    embed: async (texts, purpose) => {
      if (texts.length === 0) return []
      if (purpose === 'query') {
        return normed(texts, await within(id, query, () => embeddings.embedDocuments([...texts])))
      }
      const vectors: Float32Array[] = []
      for (let start = 0; start < texts.length; start += batchSize) {
        const part = texts.slice(start, start + batchSize)
        const made = await within(id, batch, () => embeddings.embedDocuments(part))
        vectors.push(...normed(part, made))
      }
      return vectors
    },
  }
}

const within = async <Answer>(
  id: string,
  milliseconds: number,
  call: () => Promise<Answer>,
): Promise<Answer> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${milliseconds} ms`)), milliseconds)
  })
  try {
    return await Promise.race([call(), late])
  } catch (cause) {
    throw new Unavailable(id, new Error(cause instanceof Error ? cause.name : 'unknown failure'))
  } finally {
    clearTimeout(timer)
  }
}

const normed = (texts: readonly string[], vectors: readonly number[][]): Float32Array[] => {
  const dimension = vectors[0]?.length ?? 0
  const isWhole = vectors.length === texts.length && dimension > 0
  if (!isWhole || vectors.some((vector) => vector.length !== dimension)) {
    throw new Unavailable('embeddings', new Error('vectors missing, or of different dimensions'))
  }
  return vectors.map((vector) => {
    const norm = Math.hypot(...vector)
    return Float32Array.from(vector, (value) => (norm === 0 ? 0 : value / norm))
  })
}
