import { createPostgresBackend, Queue, Worker } from 'bullmq'
import type { Transport } from './transport.ts'

/**
 * BullMQ in a schema of its own on our PostgreSQL. The queue migrates it at start, under a lock of
 * BullMQ's; pools are small because the embedded server allows few connections.
 */
export function postgresTransport(databaseUrl: string, schema: string): Transport {
  const connection = { connectionString: databaseUrl, schema }
  return {
    service: 'postgres queue',
    makeQueue: (name) =>
      new Queue(
        name,
        { connection: { ...connection, max: 4, migrate: true } },
        createPostgresBackend,
      ),
    makeWorker: (name, process, options) =>
      new Worker(
        name,
        process,
        { ...options, connection: { ...connection, max: 6 } },
        createPostgresBackend,
      ),
  }
}
