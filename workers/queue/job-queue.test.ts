import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { Unavailable } from '#portfolio/errors.ts'
import { queueConfig } from './config.ts'
import { openJobQueue } from './index.ts'
import { jobQueueContract } from './job-queue.contract.ts'
import { openTestPostgres } from './postgres.fixture.ts'
import { checkEviction } from './redis-transport.ts'

let postgres: Awaited<ReturnType<typeof openTestPostgres>>
let schemas = 0

beforeAll(async () => {
  postgres = await openTestPostgres()
})
afterAll(() => postgres.close())

jobQueueContract('embedded PostgreSQL', () => {
  schemas += 1
  return { databaseUrl: postgres.url, namespace: `bullmq_${schemas}` }
})

test('a queue that nobody answers for is unavailable', async () => {
  const databaseUrl = 'postgresql://nobody@127.0.0.1:1/none'
  await expect(openJobQueue({ databaseUrl })).rejects.toThrow(Unavailable)
  const REDIS_URL = 'redis://127.0.0.1:1'
  await expect(openJobQueue({ databaseUrl, REDIS_URL })).rejects.toThrow(Unavailable)
})

test('two processes that start together on an empty database both get their queue', async () => {
  const config = { databaseUrl: postgres.url, namespace: 'bullmq_together' }
  const queues = await Promise.all([openJobQueue(config), openJobQueue(config)])
  expect(await Promise.all(queues.map((queue) => queue.isHealthy()))).toEqual([true, true])
  await Promise.all(queues.map((queue) => queue.close()))
})

test('jobs go on within seconds when their server was killed and came back', async () => {
  const queue = await openJobQueue({ databaseUrl: postgres.url, namespace: 'bullmq_crashed' })
  const ran: string[] = []
  queue.work(async (id) => {
    ran.push(id)
    return undefined
  })
  const offer = (mailId: string) =>
    queue.add([{ id: `mail:${mailId}`, name: 'mail', payload: { mailId }, notBefore: new Date() }])
  await offer('before')
  await vi.waitFor(() => expect(ran).toEqual(['mail:before']), { timeout: 5_000 })
  await postgres.crash(1_000)
  await vi.waitFor(async () => expect(await queue.isHealthy()).toBe(true), { timeout: 5_000 })
  await offer('after')
  await vi.waitFor(() => expect(ran).toEqual(['mail:before', 'mail:after']), { timeout: 8_000 })
  await queue.close()
})

test('a Redis that may drop jobs is refused, one without a memory limit only mentioned', () => {
  const said: string[] = []
  const log = { warn: (_data: object, message: string) => said.push(message) }
  expect(() => checkEviction({ policy: 'allkeys-lru', limit: 1_000 }, log)).toThrow(/noeviction/)
  checkEviction({ policy: 'allkeys-lru', limit: 0 }, log)
  checkEviction({ policy: 'noeviction', limit: 1_000 }, log)
  expect(said).toEqual(['Redis maxmemory-policy should be noeviction'])
})

test('the address of Redis is optional and checked', () => {
  expect(queueConfig.parse({})).toEqual({ WORKER_CONCURRENCY: 8 })
  expect(queueConfig.parse({ REDIS_URL: 'rediss://h:6380/1', WORKER_CONCURRENCY: '2' })).toEqual({
    REDIS_URL: 'rediss://h:6380/1',
    WORKER_CONCURRENCY: 2,
  })
  expect(queueConfig.safeParse({ REDIS_URL: 'http://h' }).success).toBe(false)
  expect(queueConfig.safeParse({ WORKER_CONCURRENCY: '0' }).success).toBe(false)
})
