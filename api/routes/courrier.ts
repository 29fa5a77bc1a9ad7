import type { FastifyInstance } from 'fastify'
import { mailboxPage } from '../pages/mailbox-page.ts'
import type { PageDeps } from '../pages/page-deps.ts'
import { sendPage } from '../pages/send-page.ts'

/** The mailbox of an installation without `SMTP_URL`. Elsewhere it does not exist. */
export function registerMailbox(app: FastifyInstance, { config, mails, clock }: PageDeps): void {
  if (!config.isDevelopment) return
  app.get('/courrier', async (_request, reply) =>
    sendPage(reply, mailboxPage(await mails.latest(50), clock.now())),
  )
}
