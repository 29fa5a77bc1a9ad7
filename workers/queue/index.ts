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
  /** Schema (PostgreSQL) or key prefix (Redis): two installations can share a server. */
  readonly namespace?: string
}

/** Redis when there is one, else the PostgreSQL that is there anyway. */
export async function openJobQueue(
  { databaseUrl, REDIS_URL, WORKER_CONCURRENCY, namespace = 'bullmq' }: OpenQueueConfig,
  log: Log = silentLog,
): Promise<WorkQueue> {
  const transport = REDIS_URL
    ? await openRedisTransport(REDIS_URL, namespace, log)
    : postgresTransport(databaseUrl, namespace)
  return openBullmqJobQueue(transport, log, WORKER_CONCURRENCY)
}
