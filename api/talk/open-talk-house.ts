import { randomUUID } from 'node:crypto'
import { makeUseCases } from '#api/make-use-cases.ts'
import { readConfig } from '#api/read-config.ts'
import type { Env } from '#api/start.ts'
import { memoryStores } from '#bot/ports/memory-stores.ts'
import { prismaConfig } from '#prisma/config.ts'
import { seedDemo } from '#prisma/demo.ts'
import { openStores } from '#prisma/index.ts'
import { retrievalConfig } from '#retrieval/config.ts'
import { openSearch } from '#retrieval/index.ts'
import { openTalk, type Talk } from './talk.ts'

/**
 * The engine, the search and the use cases of the server, with stores that forget everything, or those
 * of `DATA_DIR` when `keep`.
 */
export async function openTalkHouse(
  env: Env,
  keep: boolean,
  print: (line: string) => void,
): Promise<Talk & { close(): Promise<void> }> {
  const kept = keep ? await openStores(readConfig(env, prismaConfig)) : undefined
  const stores = kept ?? memoryStores()
  if (kept) await seedDemo(kept)
  const search = await openSearch(readConfig(env, retrievalConfig))
  const clock = { now: () => new Date() }
  const useCases = makeUseCases({
    stores,
    search: search.search,
    queue: { add: async () => {} },
    clock,
    ids: { next: () => randomUUID() },
    publicUrl: 'http://localhost:3000',
  })
  const talk = openTalk({ stores, useCases, clock, print, address: 'terminal' })
  return {
    ...talk,
    async close() {
      await search.close()
      await kept?.close()
    },
  }
}
