import { createHash } from 'node:crypto'
import { Unavailable } from '#portfolio/errors.ts'
import type { Encoder } from './encoder/encoder.ts'
import { embeddedSkillIndex } from './index/embedded-skill-index.ts'
import { type FallbackIndex, fallbackSkillIndex } from './index/fallback-skill-index.ts'
import type { IndexedSurface, SkillIndex } from './index/skill-index.ts'
import type { Catalogue } from './referentials/catalogue.ts'

export type IndexParts = {
  readonly catalogue: Catalogue
  /** Words alone: always at hand, so the search never waits for a model. */
  readonly lexical: Encoder
  /** The encoder of the configuration; may be `lexical`'s equal. */
  readonly encoder: Encoder
  /** Where the index in memory keeps its snapshot. */
  readonly snapshot: string
  readonly server: SkillIndex | undefined
  readonly now: () => number
}

export type OpenedIndex = Pick<SkillIndex, 'search' | 'close'> & {
  /** What does not work as configured at the moment. */
  trouble(): string | undefined
}

/** After a failure to bring up the server or the dense vectors, wait this long, then try again. */
const tryAgainAfter = 60_000

/**
 * An index that matches the catalogue and the encoder: taken from its snapshot, or built. The
 * embedded one is always there, on words alone if need be; a server and dense vectors are brought
 * up behind, and take over when they are complete.
 */
export const openIndex = async (parts: IndexParts): Promise<OpenedIndex> => {
  const { catalogue, lexical, encoder, server, now } = parts
  const embedded = embeddedSkillIndex(parts.snapshot)
  const wanted = versionOf(catalogue, encoder)
  const simple = versionOf(catalogue, lexical)
  if (!(await embedded.holds(wanted)) && !(await embedded.holds(simple))) {
    await embedded.replace(simple, await encodeAll(catalogue, lexical))
  }
  let remote: FallbackIndex | undefined
  const prepare = async (): Promise<void> => {
    let surfaces: readonly IndexedSurface[] | undefined
    const encoded = async () => (surfaces ??= await encodeAll(catalogue, encoder))
    if (!(await embedded.holds(wanted))) await embedded.replace(wanted, await encoded())
    if (server === undefined) return
    if (!(await server.holds(wanted))) await server.replace(wanted, await encoded())
    remote = fallbackSkillIndex(server, embedded, now)
  }
  const isWhole = server === undefined && (await embedded.holds(wanted))
  const behind = isWhole ? undefined : keepTrying(prepare)
  return {
    search: (queries) => (remote ?? embedded).search(queries),
    trouble: () => {
      const preparing = behind?.trouble()
      if (preparing !== undefined) return preparing
      return remote?.isWhole() === false ? 'qdrant did not answer: searching in memory' : undefined
    },
    close: async () => {
      await behind?.stop()
      await Promise.all([embedded.close(), server?.close()])
    },
  }
}

/** Runs `task` until it succeeds once. `stop` waits for the attempt that is under way. */
const keepTrying = (task: () => Promise<void>) => {
  let trouble: string | undefined = 'the index is being prepared: searching in memory, by words'
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  const attempt = async (): Promise<void> => {
    try {
      await task()
      trouble = undefined
    } catch (cause) {
      const what = cause instanceof Unavailable ? cause.service : 'the index'
      trouble = `${what} could not be prepared: searching in memory`
      if (!isStopped) timer = setTimeout(start, tryAgainAfter).unref()
    }
  }
  const start = () => {
    underWay = attempt()
  }
  let underWay = attempt()
  return {
    trouble: () => trouble,
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      await underWay
    },
  }
}

const versionOf = (catalogue: Catalogue, encoder: Encoder): string =>
  createHash('sha256').update(`${catalogue.digest} ${encoder.id}`).digest('hex')

const encodeAll = async (
  { surfaces }: Catalogue,
  encoder: Encoder,
): Promise<readonly IndexedSurface[]> => {
  const encoded = await encoder.encodeDocuments(surfaces.map(({ text }) => text))
  return surfaces.map((surface, place) => {
    const vectors = encoded[place]
    if (vectors === undefined) throw new Error('the encoder left a text out')
    return { ...surface, ...vectors }
  })
}
