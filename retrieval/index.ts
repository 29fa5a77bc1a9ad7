import { join } from 'node:path'
import { QdrantClient } from '@qdrant/js-client-rest'
import { findDeeds } from '#bot/french/deeds.ts'
import { headingOf } from '#bot/french/infinitive-to-noun.ts'
import { normalise } from '#bot/french/normalise.ts'
import { findRoles } from '#bot/french/roles.ts'
import { saysNothing } from '#bot/french/says-nothing.ts'
import type { SkillSearch } from '#bot/ports/skill-search.ts'
import type { SearchConfig } from './config.ts'
import { type Encoder, hybridEncoder } from './encoder/encoder.ts'
import { langchainEncoder } from './encoder/langchain-encoder.ts'
import type { LexicalEncoder } from './encoder/lexical-encoder.ts'
import { loadEmbeddings } from './encoder/load-embeddings.ts'
import { openLexicalEncoder } from './encoder/open-lexical-encoder.ts'
import { subwordEncoder } from './encoder/subword-encoder.ts'
import { findSkillsIn, type SkillCandidateLite } from './find-skills.ts'
import { qdrantSkillIndex } from './index/qdrant-skill-index.ts'
import type { SkillIndex } from './index/skill-index.ts'
import { makeLink } from './linking/link.ts'
import { openIndex } from './open-index.ts'
import { openCatalogue } from './referentials/open-catalogue.ts'
import { makeWording } from './referentials/wording.ts'

/** What `/health/ready` and `/admin` show. */
type SearchStatus = {
  readonly engine: 'embedded' | 'qdrant'
  readonly referential: 'rome' | 'starter'
  readonly version: string
  readonly skills: number
  readonly jobs: number
  readonly encoder: string
  /** What does not work as configured at the moment; the search answers all the same. */
  readonly degraded?: string
}

export type OpenedSearch = {
  readonly search: SkillSearch
  status(): SearchStatus
  /** For the desk: replace a skill by another of the referential. */
  findSkills(words: string, limit: number): Promise<readonly SkillCandidateLite[]>
  close(): Promise<void>
}

const qdrantTimeLimit = 3_000

/**
 * Opens the search on the newest imported ROME, or on the starter when there is none. The choice
 * between index in memory and Qdrant, and between encoders, is made here only. Ready when it
 * resolves: what takes long (filling Qdrant, embedding all labels) goes on behind, and `status`
 * says so. Throws for a configuration that cannot work (an encoder whose package is missing).
 */
export const openSearch = async (config: SearchConfig): Promise<OpenedSearch> => {
  const { catalogue, trouble } = openCatalogue(config.DATA_DIR)
  const folder = join(config.DATA_DIR, 'index')
  const lexical = openLexicalEncoder(catalogue, join(folder, 'encoder.snapshot'))
  const { atHand, encoder } = await openEncoders(config, lexical)
  const index = await openIndex({
    catalogue,
    lexical: atHand,
    encoder,
    snapshot: join(folder, 'skills.snapshot'),
    server: openServer(config),
    now: Date.now,
  })
  const reader = { findDeeds, findRoles, saysNothing, normalise }
  const wordingOf = makeWording(headingOf)
  return {
    search: makeLink({ catalogue, index, encoder, reader, wordingOf }),
    findSkills: findSkillsIn(catalogue, index, encoder, wordingOf),
    status: () => {
      const troubles = [trouble, index.trouble(), encoder.degraded()].filter(
        (one) => one !== undefined,
      )
      return {
        engine: config.QDRANT_URL === undefined ? 'embedded' : 'qdrant',
        referential: catalogue.version === 'starter' ? 'starter' : 'rome',
        version: catalogue.version,
        skills: catalogue.skills.size,
        jobs: catalogue.jobs.size,
        encoder: encoder.id,
        ...(troubles.length === 0 ? {} : { degraded: troubles.join(' ; ') }),
      }
    },
    close: index.close,
  }
}

/** Ours is always at hand; a model of elsewhere takes over when it has read all labels. */
const openEncoders = async (
  { EMBEDDINGS }: SearchConfig,
  lexical: LexicalEncoder,
): Promise<{ atHand: Encoder; encoder: Encoder }> => {
  if (EMBEDDINGS === undefined) {
    const ours = hybridEncoder(lexical, subwordEncoder())
    return { atHand: ours, encoder: ours }
  }
  const model = langchainEncoder(EMBEDDINGS, await loadEmbeddings(EMBEDDINGS))
  return { atHand: hybridEncoder(lexical), encoder: hybridEncoder(lexical, model) }
}

const openServer = ({ QDRANT_URL, QDRANT_API_KEY }: SearchConfig): SkillIndex | undefined =>
  QDRANT_URL === undefined
    ? undefined
    : qdrantSkillIndex(
        new QdrantClient({
          url: QDRANT_URL,
          ...(QDRANT_API_KEY === undefined ? {} : { apiKey: QDRANT_API_KEY }),
          timeout: qdrantTimeLimit,
          checkCompatibility: false,
        }),
      )
