import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { acceptAll, approve, obstacles } from '#portfolio/review-draft.ts'
import { reviewPage } from '../../pages/conseil/review-page.ts'
import type { PageDeps } from '../../pages/page-deps.ts'
import { sendPage } from '../../pages/send-page.ts'
import { parsed } from '../form.ts'
import { atDesk, ownDraft } from './at-desk.ts'
import { showStale } from './show-review.ts'

const address = z.object({ draftId: z.string().max(200) })
const lookup = z.object({
  item: z.string().max(300).optional(),
  q: z.string().trim().max(120).optional(),
})
const seenForm = z.object({ version: z.coerce.number().int() })

/** How many skills a search offers. */
const offered = 8

/** The review of one CV: reading it, and the two decisions on the whole draft. */
export function registerReview(app: FastifyInstance, deps: PageDeps): void {
  const guarded = { preHandler: app.csrfProtection }

  app.get(
    '/conseil/dossiers/:draftId',
    atDesk(deps, async ({ request, reply, counsellor, view, note }) => {
      const { draftId } = parsed(address, request.params)
      const { draft } = await ownDraft(deps, counsellor, draftId)
      const { item, q } = parsed(lookup, request.query)
      const thread = await deps.thread.ofPerson(draft.personId)
      const found = item && q ? await deps.findSkills(q, offered) : undefined
      await note('read-draft', draft.personId, draftId)
      return sendPage(
        reply,
        reviewPage(view(), {
          draft,
          thread,
          ...(item && q && found && { lookup: { itemId: item, words: q, found } }),
        }),
      )
    }),
  )

  app.post(
    '/conseil/dossiers/:draftId/tout-accepter',
    guarded,
    atDesk(deps, async (visit) => {
      const { draft } = await ownDraft(deps, visit.counsellor, draftIdOf(visit.request.params))
      const { version } = parsed(seenForm, visit.request.body)
      if (version !== draft.version) return showStale(deps, visit, draft.id)
      const accepted = acceptAll(draft, deps.clock.now().toISOString())
      if ((await deps.drafts.save(accepted, [])) === 'stale')
        return showStale(deps, visit, draft.id)
      await visit.note('accepted-all', draft.personId, draft.id)
      return visit.reply.redirect(pageOf(draft.id), 303)
    }),
  )

  app.post(
    '/conseil/dossiers/:draftId/valider',
    guarded,
    atDesk(deps, async (visit) => {
      const { draft } = await ownDraft(deps, visit.counsellor, draftIdOf(visit.request.params))
      const { version } = parsed(seenForm, visit.request.body)
      if (version !== draft.version) return showStale(deps, visit, draft.id)
      if (draft.status === 'approved' || obstacles(draft).length > 0)
        return visit.reply.redirect(pageOf(draft.id), 303)
      const now = deps.clock.now()
      const approved = approve(draft, now.toISOString())
      const render = {
        id: `render:${draft.id}:${approved.version}`,
        name: 'render',
        payload: { draftId: draft.id },
        notBefore: now,
      } as const
      if ((await deps.drafts.save(approved, [render])) === 'stale')
        return showStale(deps, visit, draft.id)
      await visit.note('approved', draft.personId, draft.id)
      return visit.reply.redirect(pageOf(draft.id), 303)
    }),
  )
}

function draftIdOf(params: unknown): string {
  return parsed(address, params).draftId
}

function pageOf(draftId: string): string {
  return `/conseil/dossiers/${encodeURIComponent(draftId)}`
}
