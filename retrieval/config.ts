import * as z from 'zod'
import { embeddingsPattern } from './encoder/load-embeddings.ts'

const absentWhenEmpty = (value: unknown) => (value === '' ? undefined : value)

/** What the search needs to know; read from the environment in the `main.ts` only. */
export const retrievalConfig = z.object({
  /** Imported referentials and index snapshots live here. */
  DATA_DIR: z.string().min(1).default('./data'),
  /** A Qdrant server instead of the index in memory. */
  QDRANT_URL: z.preprocess(absentWhenEmpty, z.url({ protocol: /^https?$/ }).optional()),
  QDRANT_API_KEY: z.preprocess(absentWhenEmpty, z.string().optional()),
  /** `mistralai:…`, `openai:…` or `ollama:…`, with `@address` for a server of one's own. */
  EMBEDDINGS: z.preprocess(
    absentWhenEmpty,
    z
      .string()
      .regex(embeddingsPattern, 'expected mistralai:model, openai:model or ollama:model')
      .optional(),
  ),
})

export type SearchConfig = z.infer<typeof retrievalConfig>
