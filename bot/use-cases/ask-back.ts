import { askFromCounsellor } from '#bot/engine/speak-first.ts'
import type { Drafts } from '#bot/ports/drafts.ts'
import { NotFound } from '#portfolio/errors.ts'
import { decide } from '#portfolio/review-draft.ts'
import { playTurn, type TurnDeps } from './play-turn.ts'

type AskBack = {
  readonly draftId: string
  readonly itemId: string
  readonly question: string
  /** Of the draft the counsellor was reading. */
  readonly version: number
}

/**
 * A counsellor's question about one item: the item waits for the answer and the question goes to the
 * person, in one commit. `'stale'`: the draft moved on since the page was opened; nothing changed.
 */
export function makeAskBack(deps: TurnDeps & { readonly drafts: Drafts }) {
  return async function askBack({
    draftId,
    itemId,
    question,
    version,
  }: AskBack): Promise<'saved' | 'stale'> {
    const first = await deps.drafts.find(draftId)
    if (!first) throw new NotFound('no such draft')
    let outcome: 'saved' | 'stale' = 'saved'
    const turn = await playTurn(deps, first.personId, async (world, conversation) => {
      const draft = await deps.drafts.find(draftId)
      if (draft?.version !== version) {
        outcome = 'stale'
        return undefined
      }
      return {
        turn: askFromCounsellor(world, conversation, { draftId, itemId, question }),
        draft: decide(draft, itemId, { kind: 'ask', question }, world.now.toISOString()),
      }
    })
    return turn ? 'saved' : outcome
  }
}
