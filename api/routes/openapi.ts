import type { FastifyInstance } from 'fastify'

export function registerOpenApi(app: FastifyInstance): void {
  app.get('/api/openapi.json', async () => app.swagger())
}
