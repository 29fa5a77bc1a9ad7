import { randomBytes } from 'node:crypto'
import { Redis } from 'ioredis'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { openJobQueue } from './index.ts'
import { jobQueueContract } from './job-queue.contract.ts'

const { DATABASE_URL, REDIS_URL } = process.env
if (!DATABASE_URL || !REDIS_URL)
  throw new Error('this test needs DATABASE_URL and REDIS_URL: a real PostgreSQL and a real Redis')

/** Everything this run makes carries this name, and disappears with it. */
const run = `raconte_test_${randomBytes(4).toString('hex')}`
let spaces = 0
const namespace = () => `${run}_${++spaces}`

jobQueueContract('a PostgreSQL server', () => ({
  databaseUrl: DATABASE_URL,
  namespace: namespace(),
}))

jobQueueContract('Redis', () => ({
  databaseUrl: DATABASE_URL,
  REDIS_URL,
  namespace: namespace(),
}))

test('jobs that a flushed Redis forgot can be offered again', async () => {
  const where = { databaseUrl: DATABASE_URL, REDIS_URL, namespace: namespace() }
  const queue = await openJobQueue(where)
  const job = {
    id: 'deliver:1',
    name: 'deliver',
    payload: { messageId: 'm' },
    notBefore: new Date(Date.now() + 60_000),
  } as const
  await queue.add([job])
  await forgetRedis(where.namespace)
  expect(await queue.counts()).toEqual({ waiting: 0, active: 0, delayed: 0 })
  const ran = new Promise((resolve) =>
    queue.work(async (id) => {
      resolve(id)
      return undefined
    }),
  )
  await queue.add([{ ...job, notBefore: new Date(0) }])
  expect(await ran).toBe('deliver:1')
  await queue.close()
})

test('two installations on one Redis do not take each other’s jobs', async () => {
  const where = { databaseUrl: DATABASE_URL, REDIS_URL, namespace: namespace() }
  const [ours, theirs] = await Promise.all(
    ['ours', 'theirs'].map((installation) => openJobQueue({ ...where, installation })),
  )
  const [ran, stolen]: [string[], string[]] = [[], []]
  ours?.work(async (id) => void ran.push(id))
  theirs?.work(async (id) => void stolen.push(id))
  const ids = Array.from({ length: 20 }, (_, i) => `mail:${i}`)
  await ours?.add(
    ids.map((id) => ({ id, name: 'mail', payload: { mailId: id }, notBefore: new Date(0) })),
  )
  await expect.poll(() => ran.length + stolen.length, { timeout: 5_000 }).toBe(20)
  expect(stolen).toEqual([])
  await Promise.all([ours?.close(), theirs?.close()])
})

afterAll(async () => {
  await forgetRedis(run)
  const client = new pg.Client(DATABASE_URL)
  await client.connect()
  for (let space = 1; space <= spaces; space += 1)
    await client.query(`DROP SCHEMA IF EXISTS "${run}_${space}" CASCADE`)
  await client.end()
})

async function forgetRedis(prefix: string): Promise<void> {
  const redis = new Redis(REDIS_URL ?? '')
  const keys = await redis.keys(`${prefix}*`)
  if (keys.length) await redis.del(...keys)
  await redis.quit()
}
