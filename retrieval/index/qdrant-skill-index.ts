import type { QdrantClient } from '@qdrant/js-client-rest'
import { Unavailable } from '#portfolio/errors.ts'
import { toHits, toPoint, toQuery, vectorNames } from './qdrant-shapes.ts'
import type { SkillIndex } from './skill-index.ts'

/** What we use of the official client. */
export type QdrantCalls = Pick<
  QdrantClient,
  | 'getAliases'
  | 'getCollections'
  | 'createCollection'
  | 'createPayloadIndex'
  | 'upsert'
  | 'updateCollectionAliases'
  | 'deleteCollection'
  | 'queryBatch'
>

export type QdrantOptions = {
  /** Searches go to this alias; each version is a collection `<alias>_<start of version>`. */
  readonly alias?: string
  /** Points per request. */
  readonly batch?: number
  /** Waits before the second and third tries, milliseconds. */
  readonly retryAfter?: readonly number[]
}

const defaults = { alias: 'raconte_skills', batch: 256, retryAfter: [100, 400] } as const

/**
 * The index on a Qdrant server. A version is filled in a collection of its own, then the alias is
 * switched in one request (https://qdrant.tech/documentation/concepts/collections/#collection-aliases);
 * collections of earlier versions are deleted after it. Dense and sparse vectors are named; the
 * server fuses them (Query API, reciprocal rank fusion). The time limit of one request is the client's.
 */
export const qdrantSkillIndex = (client: QdrantCalls, options: QdrantOptions = {}): SkillIndex => {
  const { alias, batch, retryAfter } = { ...defaults, ...options }
  const nameOf = (version: string) => `${alias}_${version.slice(0, 16)}`
  const ask = <Answer>(call: () => Promise<Answer>) => retrying(call, retryAfter)
  const pointed = async (): Promise<string | undefined> => {
    const { aliases } = await ask(() => client.getAliases())
    return aliases.find(({ alias_name }) => alias_name === alias)?.collection_name
  }
  return {
    holds: async (version) => (await pointed()) === nameOf(version),
    replace: async (version, surfaces) => {
      const name = nameOf(version)
      const last = await pointed()
      if (last === name) return
      await ask(() => create(client, name, surfaces[0]?.dense?.length))
      for (let start = 0; start < surfaces.length; start += batch) {
        const points = surfaces
          .slice(start, start + batch)
          .map((surface, place) => toPoint(surface, start + place, version))
        await ask(() => client.upsert(name, { wait: true, points }))
      }
      await ask(() =>
        client.updateCollectionAliases({
          actions: [
            ...(last === undefined ? [] : [{ delete_alias: { alias_name: alias } }]),
            { create_alias: { collection_name: name, alias_name: alias } },
          ],
        }),
      )
      await forgetOthers(client, alias, name, ask)
    },
    search: async (queries) => {
      if (queries.length === 0) return []
      const searches = queries.map(toQuery)
      const answers = await ask(() => client.queryBatch(alias, { searches }))
      return queries.map((query, place) => toHits(query, answers[place]?.points ?? []))
    },
    close: async () => {},
  }
}

/** A collection of this name without the alias was left half-filled: it is made again from nothing. */
const create = async (
  client: QdrantCalls,
  name: string,
  dimension: number | undefined,
): Promise<void> => {
  const { collections } = await client.getCollections()
  if (collections.some((collection) => collection.name === name))
    await client.deleteCollection(name)
  await client.createCollection(name, {
    vectors:
      dimension === undefined
        ? {}
        : { [vectorNames.dense]: { size: dimension, distance: 'Dot' as const } },
    sparse_vectors: { [vectorNames.sparse]: {} },
  })
  for (const field_name of ['kind', 'version']) {
    await client.createPayloadIndex(name, { field_name, field_schema: 'keyword', wait: true })
  }
}

const forgetOthers = async (
  client: QdrantCalls,
  alias: string,
  kept: string,
  ask: <Answer>(call: () => Promise<Answer>) => Promise<Answer>,
): Promise<void> => {
  const { collections } = await ask(() => client.getCollections())
  for (const { name } of collections) {
    if (name.startsWith(`${alias}_`) && name !== kept)
      await ask(() => client.deleteCollection(name))
  }
}

const retrying = async <Answer>(
  call: () => Promise<Answer>,
  waits: readonly number[],
): Promise<Answer> => {
  for (const wait of waits) {
    try {
      return await call()
    } catch {
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
  }
  try {
    return await call()
  } catch (cause) {
    throw new Unavailable('qdrant', cause)
  }
}
