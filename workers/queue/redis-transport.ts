import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { Unavailable } from '#portfolio/errors.ts'
import type { Log } from '../log.ts'
import type { Transport } from './transport.ts'

/**
 * BullMQ on Redis. A Redis that may evict keys would drop waiting jobs one by one without a word, so
 * we refuse to start on one (https://docs.bullmq.io/guide/going-to-production). Without a memory
 * limit nothing is ever evicted and a warning is enough.
 */
export async function openRedisTransport(
  url: string,
  prefix: string,
  log: Log,
): Promise<Transport> {
  checkEviction(await readMemory(url), log)
  return {
    service: 'redis',
    makeQueue: (name) =>
      new Queue(name, {
        prefix,
        connection: { url, maxRetriesPerRequest: 1, commandTimeout: 5_000 },
      }),
    makeWorker: (name, process, options) =>
      new Worker(name, process, {
        ...options,
        prefix,
        connection: { url, maxRetriesPerRequest: null },
      }),
  }
}

export type RedisMemory = { readonly policy: string; readonly limit: number }

/** Throws for a Redis that may drop jobs. */
export function checkEviction({ policy, limit }: RedisMemory, log: Pick<Log, 'warn'>): void {
  if (policy === 'noeviction') return
  if (limit > 0)
    throw new Error(
      `Redis may drop jobs: maxmemory is set and maxmemory-policy is "${policy}". ` +
        'Run "CONFIG SET maxmemory-policy noeviction" (and put it in redis.conf), or leave REDIS_URL out.',
    )
  log.warn({ policy }, 'Redis maxmemory-policy should be noeviction')
}

/** `INFO` and not `CONFIG GET`, which hosted services forbid. */
async function readMemory(url: string): Promise<RedisMemory> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: 5_000,
    commandTimeout: 5_000,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  })
  redis.on('error', () => {}) // told by the rejected promise below
  try {
    await redis.connect()
    const info = await redis.info('memory')
    return {
      policy: /^maxmemory_policy:(\S+)/m.exec(info)?.[1] ?? 'unknown',
      limit: Number(/^maxmemory:(\d+)/m.exec(info)?.[1] ?? 0),
    }
  } catch (cause) {
    throw new Unavailable('redis', cause)
  } finally {
    redis.disconnect()
  }
}
