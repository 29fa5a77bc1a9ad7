import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MemoryStores } from '#bot/ports/memory-stores.ts'
import { memoryStores } from '#bot/ports/memory-stores.ts'
import { type Database, openDatabase } from '#prisma/database.ts'
import { openStores } from '#prisma/index.ts'
import { silent } from '#prisma/log.ts'
import type { Volume } from './whole-turn.ts'

/** Where turns are kept during a bench. `insert` writes the same number of rows, and nothing more. */
export type BenchPlace = {
  readonly name: string
  readonly stores: MemoryStores
  readonly insert?: () => Promise<unknown>
  close(): Promise<void>
}

export async function memoryPlace(): Promise<BenchPlace> {
  return { name: 'memory', stores: memoryStores(), close: async () => undefined }
}

/** The embedded PostgreSQL in a folder of its own, removed at the end; it waits for the disk as in use. */
export async function embeddedPlace(volume: Volume): Promise<BenchPlace> {
  const folder = mkdtempSync(join(tmpdir(), 'raconte-bench-'))
  const place = await postgresPlace('embedded PostgreSQL', { DATA_DIR: folder }, volume)
  return {
    ...place,
    close: async () => {
      await place.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A database of its own on a server, dropped at the end. The user must be allowed to make one. */
export async function serverPlace(server: string, volume: Volume): Promise<BenchPlace> {
  const name = `raconte_bench_${crypto.randomUUID().replaceAll('-', '')}`
  const hand = openDatabase(server, silent)
  await hand.database.$executeRawUnsafe(`CREATE DATABASE ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const config = { DATA_DIR: '.', DATABASE_URL: url.href }
  const place = await postgresPlace('PostgreSQL of DATABASE_URL', config, volume)
  return {
    ...place,
    close: async () => {
      await place.close()
      await hand.database.$executeRawUnsafe(`DROP DATABASE ${name} WITH (FORCE)`)
      await hand.close()
    },
  }
}

async function postgresPlace(
  name: string,
  config: Parameters<typeof openStores>[0],
  { rows, bytes }: Volume,
): Promise<BenchPlace> {
  const stores = await openStores(config)
  await stores.accounts.createStructure('Banc d’essai', true)
  const { database, close } = openDatabase(stores.databaseUrl, silent)
  await database.$executeRawUnsafe('CREATE TABLE bench_row (id bigserial PRIMARY KEY, body text)')
  const bodies = Array.from({ length: rows }, () => 'x'.repeat(bytes))
  return {
    name: `${name} ${await versionOf(database)}`,
    stores,
    insert: () =>
      database.$executeRawUnsafe('INSERT INTO bench_row (body) SELECT unnest($1::text[])', bodies),
    close: async () => {
      await close()
      await stores.close()
    },
  }
}

async function versionOf(database: Database): Promise<string> {
  const [row] = await database.$queryRawUnsafe<{ server_version: string }[]>('SHOW server_version')
  return row?.server_version.split(' ')[0] ?? ''
}
