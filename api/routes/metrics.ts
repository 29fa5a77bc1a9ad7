import type { FastifyInstance } from 'fastify'
import type { AppDeps } from '#api/app-deps.ts'

/** Prometheus. Labels are routes, channels and outcomes; nothing about a person. */
export function registerMetrics(app: FastifyInstance, { metrics }: AppDeps): void {
  app.get('/metrics', { schema: { tags: ['health'] } }, async (_, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  )
}
