import type { FastifyInstance } from 'fastify'
import { registerAdmin } from '../routes/admin-pages.ts'
import { registerChatPage } from '../routes/chat-page.ts'
import { registerDecisions } from '../routes/conseil/decisions.ts'
import { registerInbox } from '../routes/conseil/inbox.ts'
import { registerLogin } from '../routes/conseil/login.ts'
import { registerPerson } from '../routes/conseil/person.ts'
import { registerReview } from '../routes/conseil/review.ts'
import { registerMailbox } from '../routes/courrier.ts'
import { registerSpace } from '../routes/moi.ts'
import { registerSharedCv } from '../routes/p.ts'
import { registerSearchTrial } from '../routes/search-trial.ts'
import { registerTelephonePage } from '../routes/telephone-page.ts'
import { registerAssets } from './assets.ts'
import type { PageDeps } from './page-deps.ts'

const registrations = [
  registerAssets,
  registerChatPage,
  registerTelephonePage,
  registerLogin,
  registerInbox,
  registerReview,
  registerDecisions,
  registerPerson,
  registerSpace,
  registerSharedCv,
  registerMailbox,
  registerAdmin,
  registerSearchTrial,
]

/**
 * Every page of the house. Call it after the cookie, form and CSRF plugins are registered; it waits
 * for them by itself.
 */
export function registerPages(app: FastifyInstance, deps: PageDeps): void {
  app.register(async (pages) => {
    for (const register of registrations) register(pages, deps)
  })
}
