import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Draft, DraftItem } from '#portfolio/cv.ts'
import { NotFound } from '#portfolio/errors.ts'
import { type Decision, decide, waiting } from '#portfolio/review-draft.ts'
import { anchorsOf } from '../../pages/conseil/review-page.ts'
import type { PageDeps } from '../../pages/page-deps.ts'
import { parsed } from '../form.ts'
import { atDesk, ownDraft } from './at-desk.ts'
import { type DecisionForm, decisionForm, readDecision } from './decision-form.ts'
import { showProblem, showStale } from './show-review.ts'

const address = z.object({ draftId: z.string().max(200) })

/** One decision on one item of a draft. */
export function registerDecisions(app: FastifyInstance, deps: PageDeps): void {
  app.post(
    '/conseil/dossiers/:draftId/decision',
    { preHandler: app.csrfProtection },
    atDesk(deps, async (visit) => {
      const { draftId } = parsed(address, visit.request.params)
      const form = parsed(decisionForm, visit.request.body)
      const { draft } = await ownDraft(deps, visit.counsellor, draftId)
      const item = draft.items.find((one) => one.id === form.item)
      if (form.version !== draft.version) return showStale(deps, visit, draftId)
      if (!item) throw new NotFound('no such item')

      const read = await decisionOf(deps, form, item)
      if ('problem' in read) return showProblem(deps, visit, draftId, read.problem)
      const outcome = await store(deps, draft, item, read.decision)
      if (outcome === 'stale') return showStale(deps, visit, draftId)

      await visit.note(`decided-${read.decision.kind}`, draft.personId, `${draftId}/${item.id}`)
      return visit.reply.redirect(
        `/conseil/dossiers/${encodeURIComponent(draftId)}#${nextAnchor(draft, item)}`,
        303,
      )
    }),
  )
}

/** Replacing takes the skill from a new search, never from the form: nothing outside the referential gets in. */
async function decisionOf(deps: PageDeps, form: DecisionForm, item: DraftItem) {
  if (form.kind !== 'replace') return readDecision(form, item)
  const found = await deps.findSkills(form.q, 50)
  const chosen = found.find(({ skill }) => skill.code === form.code)
  if (!chosen) throw new NotFound('no such skill in the referential')
  const { skill, cvLabel } = chosen
  return { decision: { kind: 'edit-skill', cvLabel, skill } } as const
}

/** A question leaves with its message, in one commit of the use case; the rest is the draft alone. */
function store(deps: PageDeps, draft: Draft, item: DraftItem, decision: Decision) {
  if (decision.kind === 'ask')
    return deps.askBack({
      draftId: draft.id,
      itemId: item.id,
      question: decision.question,
      version: draft.version,
    })
  return deps.drafts.save(decide(draft, item.id, decision, deps.clock.now().toISOString()), [])
}

/** Where the counsellor goes on: the next item that waits, else the one just decided. */
function nextAnchor(draft: Draft, item: DraftItem): string {
  const here = draft.items.indexOf(item)
  const next = waiting(draft).find((one) => draft.items.indexOf(one) > here)
  return anchorsOf(draft).get((next ?? item).id) ?? ''
}
