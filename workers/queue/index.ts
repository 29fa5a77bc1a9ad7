import { type Log, silentLog } from '../log.ts'
import { openBullmqJobQueue } from './bullmq-job-queue.ts'
import type { WorkQueue } from './job-queue.ts'
import { postgresTransport } from './postgres-transport.ts'
import { openRedisTransport } from './redis-transport.ts'

export type OpenQueueConfig = {
  /** The PostgreSQL of the stores, embedded or not. */
  readonly databaseUrl: string
  readonly REDIS_URL?: string | undefined
  readonly WORKER_CONCURRENCY?: number
  /** Schema of the queue in PostgreSQL, or beginning of the key prefix in Redis. */
  readonly namespace?: string
  /**
   * Goes into the prefix in Redis. Without it, two installations that share a Redis would take each
   * other's jobs, which they do not know, and throw them away.
   */
  readonly installation?: string
}

/** Redis when there is one, else the PostgreSQL that is there anyway. */
export async function openJobQueue(
  {
    databaseUrl,
    REDIS_URL,
    WORKER_CONCURRENCY,
    namespace = 'bullmq',
    installation,
  }: OpenQueueConfig,
  log: Log = silentLog,
): Promise<WorkQueue> {
  const transport = REDIS_URL
    ? await openRedisTransport(
        REDIS_URL,
        installation ? `${namespace}-${installation}` : namespace,
        log,
      )
    : postgresTransport(databaseUrl, namespace)
  return openBullmqJobQueue(transport, log, WORKER_CONCURRENCY)
}
