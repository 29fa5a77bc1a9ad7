import type { FastifyInstance } from 'fastify'
import type { PageDeps } from '../pages/page-deps.ts'
import { sendPage } from '../pages/send-page.ts'
import { telephonePage } from '../pages/telephone-page.ts'

/** Not there when Twilio is: SMS are real then. */
export function registerTelephonePage(app: FastifyInstance, { config }: PageDeps): void {
  if (!config.isTelephoneDrawn) return
  const page = telephonePage()
  app.get('/telephone', async (_request, reply) => sendPage(reply, page))
}
