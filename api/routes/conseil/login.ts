import type {} from '@fastify/csrf-protection'
import type {} from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { loginMail } from '../../pages/conseil/login-mail.ts'
import { enterPage, loginPage, loginSentPage } from '../../pages/conseil/login-page.ts'
import type { PageDeps } from '../../pages/page-deps.ts'
import { sendPage } from '../../pages/send-page.ts'
import { parsed } from '../form.ts'
import { closeSession, openSession } from './session.ts'

const linkMinutes = 20
const emailForm = z.object({ email: z.string().trim().toLowerCase().pipe(z.email()) })
const typedEmail = z.object({ email: z.string().max(200).default('') })
const tokenAddress = z.object({ token: z.string().max(200) })

/**
 * Login without a password: a link by mail, good once. The answer is the same whether the address is
 * known or not. Opening the link only shows a button, because mail scanners open links too.
 */
export function registerLogin(app: FastifyInstance, deps: PageDeps): void {
  const guarded = {
    preHandler: app.csrfProtection,
    config: { rateLimit: { max: 20, timeWindow: '10 minutes' } },
  }

  app.get('/conseil/connexion', async (_request, reply) =>
    sendPage(reply, loginPage({ csrf: reply.generateCsrf() })),
  )

  app.post('/conseil/connexion', guarded, async (request, reply) => {
    const form = emailForm.safeParse(request.body)
    if (!form.success) {
      const { email } = parsed(typedEmail, request.body)
      return sendPage(reply, loginPage({ csrf: reply.generateCsrf(), wrongEmail: email }), 422)
    }
    await mailLink(deps, form.data.email)
    return sendPage(reply, loginSentPage(linkMinutes, deps.config.isDevelopment))
  })

  app.get('/conseil/entrer/:token', async (request, reply) => {
    const { token } = parsed(tokenAddress, request.params)
    return sendPage(reply, enterPage({ csrf: reply.generateCsrf(), token }))
  })

  app.post('/conseil/entrer/:token', guarded, async (request, reply) => {
    const { token } = parsed(tokenAddress, request.params)
    const at = deps.clock.now()
    const counsellor = await deps.accounts.redeemLoginToken(deps.tokens.hash(token), at)
    if (!counsellor)
      return sendPage(reply, loginPage({ csrf: reply.generateCsrf(), isLinkDead: true }), 410)
    await openSession(reply, counsellor.id, deps)
    await deps.auditLog.append({ at, actor: counsellor.id, action: 'signed-in' })
    return reply.redirect('/conseil', 303)
  })

  app.post('/conseil/sortir', { preHandler: app.csrfProtection }, async (request, reply) => {
    await closeSession(request, reply, deps)
    return reply.redirect('/conseil/connexion', 303)
  })
}

async function mailLink(deps: PageDeps, email: string): Promise<void> {
  const { accounts, tokens, clock, mails, config } = deps
  const counsellor = await accounts.counsellorByEmail(email)
  if (!counsellor) return
  const token = tokens.next()
  const createdAt = clock.now()
  const expiresAt = new Date(createdAt.getTime() + linkMinutes * 60_000)
  await accounts.addLoginToken(counsellor.id, tokens.hash(token), expiresAt)
  const link = new URL(`/conseil/entrer/${token}`, config.PUBLIC_URL).href
  const { subject, text } = loginMail({ name: counsellor.name, link, minutes: linkMinutes })
  await mails.post({ id: tokens.next(), to: counsellor.email, subject, text, createdAt })
}
