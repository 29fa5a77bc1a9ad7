import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { NotFound } from '#portfolio/errors.ts'
import { inboxPage } from '../../pages/conseil/inbox-page.ts'
import type { PageDeps } from '../../pages/page-deps.ts'
import { sendPage } from '../../pages/send-page.ts'
import { parsed } from '../form.ts'
import { atDesk } from './at-desk.ts'
import { shownAlerts } from './shown-alerts.ts'

/** How many people the search looks at, and how many approved drafts the page lists. */
const shown = 100

const query = z.object({ q: z.string().trim().max(80).catch('').default('') })
const alertAddress = z.object({ alertId: z.string().max(200) })

/** What waits: alerts, drafts, answers, and people who have no draft yet. */
export function registerInbox(app: FastifyInstance, deps: PageDeps): void {
  const { drafts, people, clock } = deps

  app.get(
    '/conseil',
    atDesk(deps, async ({ request, reply, counsellor, view, note }) => {
      const { q } = parsed(query, request.query)
      const structureId = counsellor.structureId
      const [open, cards, found] = await Promise.all([
        shownAlerts(deps, structureId),
        drafts.ofStructure(structureId),
        people.ofStructure(structureId, q, shown),
      ])
      await note('read-inbox')
      const withDraft = new Set(cards.map((card) => card.personId))
      return sendPage(
        reply,
        inboxPage(view(), {
          alerts: open,
          drafts: cards,
          people: found.filter((person) => !withDraft.has(person.id)),
          search: q,
        }),
      )
    }),
  )

  app.post(
    '/conseil/alertes/:alertId/prise-en-charge',
    { preHandler: app.csrfProtection },
    atDesk(deps, async ({ request, reply, counsellor, note }) => {
      const { alertId } = parsed(alertAddress, request.params)
      const alert = await deps.alerts.find(alertId)
      if (!alert || alert.structureId !== counsellor.structureId)
        throw new NotFound('no such alert')
      await deps.alerts.acknowledge(alertId, counsellor.id, clock.now())
      await note('acknowledged-alert', alert.personId, alertId)
      const person = `/conseil/personnes/${encodeURIComponent(alert.personId)}`
      return reply.redirect(`${person}#${encodeURIComponent(alert.messageId)}`, 303)
    }),
  )
}
