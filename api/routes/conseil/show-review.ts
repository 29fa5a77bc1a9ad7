import type { FastifyReply } from 'fastify'
import { reviewPage } from '../../pages/conseil/review-page.ts'
import type { FormProblem } from '../../pages/conseil/review-view.ts'
import type { PageDeps } from '../../pages/page-deps.ts'
import { sendPage } from '../../pages/send-page.ts'
import { ownDraft, type Visit } from './at-desk.ts'

/** Answers 409 with the draft as it is now: somebody was faster, nothing was written. */
export async function showStale(
  deps: PageDeps,
  { reply, counsellor, view }: Visit,
  draftId: string,
): Promise<FastifyReply> {
  const { draft } = await ownDraft(deps, counsellor, draftId)
  const thread = await deps.thread.ofPerson(draft.personId)
  return sendPage(reply, reviewPage(view(), { draft, thread, isStale: true }), 409)
}

/** Answers 422 with the form open, what was typed, and what to correct. */
export async function showProblem(
  deps: PageDeps,
  { reply, counsellor, view }: Visit,
  draftId: string,
  problem: FormProblem,
): Promise<FastifyReply> {
  const { draft } = await ownDraft(deps, counsellor, draftId)
  const thread = await deps.thread.ofPerson(draft.personId)
  return sendPage(reply, reviewPage(view(), { draft, thread, problem }), 422)
}
