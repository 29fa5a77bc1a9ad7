import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { NotFound } from '#portfolio/errors.ts'
import { cvFormats, keptCv } from '../pages/kept-cv.ts'
import { erasePage, erasureAskedPage } from '../pages/moi/erase-page.ts'
import { noSpacePage } from '../pages/moi/no-space-page.ts'
import { spacePage } from '../pages/moi/space-page.ts'
import type { PageDeps } from '../pages/page-deps.ts'
import { sendPage } from '../pages/send-page.ts'
import { parsed } from './form.ts'
import { inSpace, spaceCookie } from './in-space.ts'
import { sendCvFile } from './send-cv-file.ts'

const tokenAddress = z.object({ token: z.string().max(200) })
const fileAddress = z.object({ format: z.enum(cvFormats) })
const eraseForm = z.object({ sure: z.literal('oui') })

/** The person’s own space: what we keep, who read it, take it away, erase it. */
export function registerSpace(app: FastifyInstance, deps: PageDeps): void {
  const { conversations, drafts, files, thread, auditLog, accounts, clock } = deps

  app.get('/moi/:token', async (request, reply) => {
    const { token } = parsed(tokenAddress, request.params)
    const share = await deps.shares.open(deps.tokens.hash(token), clock.now())
    if (share === 'expired') return sendPage(reply, noSpacePage('expired'), 410)
    if (share?.kind !== 'space') return sendPage(reply, noSpacePage('unknown'), 404)
    reply.setCookie(spaceCookie, token, {
      path: '/moi',
      httpOnly: true,
      sameSite: 'lax',
      secure: deps.config.PUBLIC_URL.startsWith('https:'),
      expires: share.expiresAt,
    })
    return reply.redirect('/moi', 303)
  })

  app.get(
    '/moi',
    inSpace(deps, async ({ reply, person, note }) => {
      await note('opened-space')
      const draft = await drafts.latestOf(person.id)
      const [{ conversation }, messages, reads, colleagues, cv] = await Promise.all([
        conversations.load(person.id),
        thread.ofPerson(person.id),
        auditLog.ofPerson(person.id),
        accounts.counsellorsOf(person.structureId),
        keptCv(deps, draft),
      ])
      return sendPage(
        reply,
        spacePage({
          record: conversation?.record,
          messages,
          reads,
          colleagues,
          cv,
          now: clock.now(),
          csrf: reply.generateCsrf(),
        }),
      )
    }),
  )

  app.post(
    '/moi/chat',
    { preHandler: app.csrfProtection },
    inSpace(deps, async ({ reply, person, note }) => {
      const { conversationId, token } = deps.newChat()
      await deps.people.link(person.id, { channel: 'web', address: conversationId })
      await note('linked-chat')
      // After `#`: it stays in the browser. The chat trusts it only when it comes from a page of ours.
      const opened = new URLSearchParams({ conversation: conversationId, token })
      return reply
        .headers({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' })
        .redirect(`/#${opened}`, 303)
    }),
  )

  app.get(
    '/moi/cv.:format',
    inSpace(deps, async ({ request, reply, person }) => {
      const { format } = parsed(fileAddress, request.params)
      const draft = await drafts.latestOf(person.id)
      const file = draft && (await files.find(draft.id, format))
      if (!draft || !file) throw new NotFound('no such file')
      return sendCvFile(reply, file, draft.name)
    }),
  )

  app.get(
    '/moi/donnees.json',
    inSpace(deps, async ({ reply, person, note }) => {
      await note('took-data')
      const [{ conversation }, messages, draft, reads] = await Promise.all([
        conversations.load(person.id),
        thread.ofPerson(person.id),
        drafts.latestOf(person.id),
        auditLog.ofPerson(person.id),
      ])
      const data = { person, record: conversation?.record, messages, cv: draft, accesses: reads }
      return reply
        .headers({
          'cache-control': 'private, no-store',
          'content-disposition': 'attachment; filename="mes-donnees-raconte.json"',
          'content-type': 'application/json; charset=utf-8',
        })
        .send(JSON.stringify(data, null, 2))
    }),
  )

  app.get(
    '/moi/effacer',
    inSpace(deps, async ({ reply }) => sendPage(reply, erasePage({ csrf: reply.generateCsrf() }))),
  )

  app.post(
    '/moi/effacer',
    { preHandler: app.csrfProtection },
    inSpace(deps, async ({ request, reply, person, note }) => {
      if (!eraseForm.safeParse(request.body).success)
        return sendPage(reply, erasePage({ csrf: reply.generateCsrf(), isUnsure: true }), 422)
      await note('asked-erasure')
      const job = { name: 'erase', payload: { personId: person.id } } as const
      await deps.outbox.add([{ ...job, id: `erase:${person.id}`, notBefore: clock.now() }])
      reply.clearCookie(spaceCookie, { path: '/moi' })
      return sendPage(reply, erasureAskedPage())
    }),
  )
}
