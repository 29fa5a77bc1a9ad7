import type { FastifyInstance } from 'fastify'
import type { AppDeps } from '#api/app-deps.ts'

/**
 * `live`: the process answers. `ready`: it can do its work; 503 when the database or the queue do not
 * answer. A search that lives on its fallback is `degraded`, which still is ready.
 */
export function registerHealth(app: FastifyInstance, { health }: AppDeps): void {
  app.get('/health/live', { schema: { tags: ['health'] } }, async () => ({ status: 'ok' }))

  app.get('/health/ready', { schema: { tags: ['health'] } }, async (_, reply) => {
    const [database, queue, search] = await Promise.all([
      health.database(),
      health.queue(),
      health.search(),
    ])
    const isReady = database && queue && search !== 'down'
    const status = isReady ? (search === 'ok' ? 'ok' : 'degraded') : 'unavailable'
    return reply
      .code(isReady ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status, database: wordFor(database), queue: wordFor(queue), search })
  })
}

function wordFor(isFine: boolean): 'ok' | 'down' {
  return isFine ? 'ok' : 'down'
}
