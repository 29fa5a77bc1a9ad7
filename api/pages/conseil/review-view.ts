import type { ThreadMessage } from '#bot/ports/message.ts'
import type { Draft } from '#portfolio/cv.ts'
import type { FoundSkill } from '../page-deps.ts'
import type { DeskView } from './desk-layout.ts'

/** A form of one item that could not be taken: shown open again, with what was typed. */
export type FormProblem = {
  readonly itemId: string
  readonly form: 'edit' | 'refuse' | 'ask'
  readonly message: string
  readonly typed: Readonly<Record<string, string>>
}

/** A search for another skill, open under one item. */
export type SkillLookup = {
  readonly itemId: string
  readonly words: string
  readonly found: readonly FoundSkill[]
}

export type ReviewContent = {
  readonly draft: Draft
  readonly thread: readonly ThreadMessage[]
  /** Somebody changed the draft since the counsellor’s page was shown. */
  readonly isStale?: boolean
  readonly problem?: FormProblem
  readonly lookup?: SkillLookup
}

/** What the parts of the review page are made from. `anchors` maps item ids to HTML ids. */
export type ReviewView = DeskView &
  ReviewContent & { readonly anchors: ReadonlyMap<string, string> }
