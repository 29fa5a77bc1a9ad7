import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { somebody } from '#bot/ports/store-fixtures.contract.ts'
import { Unavailable } from '#portfolio/errors.ts'
import { prismaConfig } from './config.ts'
import { startEmbeddedPostgres } from './embedded-postgres.ts'
import { openStores } from './index.ts'

const aFolder = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'raconte-door-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

it('says that a server is down, without its password', async () => {
  const DATABASE_URL = 'postgres://raconte:s3cret@127.0.0.1:1/raconte'
  const opening = openStores({ DATA_DIR: await aFolder(), DATABASE_URL })
  const error = await opening.catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(Unavailable)
  expect(error).toMatchObject({ service: 'database' })
  expect(String(error instanceof Error && [error.stack, error.cause])).not.toContain('s3cret')
})

it('says so too when the database goes away later', async () => {
  const DATA_DIR = await aFolder()
  const server = await startEmbeddedPostgres(DATA_DIR)
  onTestFinished(() => server.stop())
  const stores = await openStores({ DATA_DIR, DATABASE_URL: server.url })
  onTestFinished(() => stores.close())
  await somebody(stores)
  await server.stop()

  await expect(somebody(stores)).rejects.toThrow(Unavailable)
  await expect(stores.conversations.load('lina')).rejects.toThrow(Unavailable)
  await expect(stores.outbox.counts()).rejects.toThrow(Unavailable)
  expect(await stores.isHealthy()).toBe(false)
})

it('has a name of its own, the same at every start and by every way to it', async () => {
  const [DATA_DIR, other] = [await aFolder(), await aFolder()]
  const server = await startEmbeddedPostgres(DATA_DIR)
  onTestFinished(() => server.stop())
  const nameOf = async (config: { DATA_DIR: string; DATABASE_URL?: string }) => {
    const stores = await openStores(config)
    await stores.close()
    return stores.installation
  }
  const name = await nameOf({ DATA_DIR, DATABASE_URL: server.url })
  expect(name).toMatch(/^[0-9a-f]{12}$/)
  const byAnotherName = server.url.replace('127.0.0.1', 'localhost')
  expect(await nameOf({ DATA_DIR, DATABASE_URL: byAnotherName })).toBe(name)
  await server.stop()
  expect(await nameOf({ DATA_DIR })).toBe(name)
  expect(await nameOf({ DATA_DIR: other })).not.toBe(name)
})

it('closes once, however often it is asked, and frees the folder', async () => {
  const DATA_DIR = await aFolder()
  const stores = await openStores({ DATA_DIR })
  await Promise.all([stores.close(), stores.close()])
  const again = await openStores({ DATA_DIR })
  expect(await again.isHealthy()).toBe(true)
  await again.close()
})

it('keeps the data in ./data unless told otherwise, and refuses what is no PostgreSQL', () => {
  expect(prismaConfig.parse({})).toEqual({ DATA_DIR: './data' })
  const read = prismaConfig.safeParse({ DATA_DIR: '', DATABASE_URL: 'mysql://somewhere/base' })
  expect(read.error?.issues.map((issue) => issue.path.join())).toEqual(['DATA_DIR', 'DATABASE_URL'])
})
