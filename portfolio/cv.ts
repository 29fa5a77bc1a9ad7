import type { Quote } from './quote.ts'
import type { Level, SkillRef } from './skill.ts'

/** Said or judged by whom. A history line always names one of them. */
export type Author = 'person' | 'robot' | 'counsellor' | 'third-party'

/**
 * `pending` waits for the counsellor · `asked` waits for the person's answer to a question ·
 * the other three are decisions.
 */
export type Verdict = 'pending' | 'accepted' | 'edited' | 'refused' | 'asked'

export type HistoryEntry = {
  readonly at: string
  readonly by: Author
  readonly what: string
}

type Reviewed = {
  /** Stable across new versions of the draft: derived from the experience or claim id. */
  readonly id: string
  readonly experienceId: string
  readonly quotes: readonly Quote[]
  readonly verdict: Verdict
  /** The counsellor’s reason for a refusal, or the question asked back. */
  readonly remark?: string
  /** What the person answered to the question asked back. */
  readonly answer?: string
  readonly history: readonly HistoryEntry[]
}

/** One experience as the CV prints it. `heading` and `actions` are covered by the quotes or a label. */
export type DraftLine = Reviewed & {
  readonly type: 'line'
  /** « Plonge et service en salle » */
  readonly heading: string
  /** « restaurant familial » ; may be empty. */
  readonly place: string
  /** « été 2026 » ; may be empty. */
  readonly period: string
  /** 0-6 short noun or infinitive phrases. */
  readonly actions: readonly string[]
}

export type DraftSkill = Reviewed & {
  readonly type: 'skill'
  readonly skill: SkillRef
  readonly cvLabel: string
  readonly score: number
  readonly reason: string
  readonly level?: Level
  /** What the person said of it, when asked. */
  readonly personSaid: 'confirmed' | 'not-asked'
}

export type DraftItem = DraftLine | DraftSkill

/** `in-review` → (`changes-requested` ⇄ `in-review`) → `approved`. A later turn may open a new draft. */
export type DraftStatus = 'in-review' | 'changes-requested' | 'approved'

/** A CV on its way to a person’s signature and a counsellor’s. */
export type Draft = {
  readonly id: string
  readonly personId: string
  readonly status: DraftStatus
  /** Optimistic lock: two counsellors, or a counsellor and a new message, never overwrite each other. */
  readonly version: number
  readonly createdAt: string
  readonly updatedAt: string
  readonly name: string
  readonly contact: { readonly phone?: string; readonly email?: string; readonly town?: string }
  readonly items: readonly DraftItem[]
}

/** What is printed: only what a counsellor accepted or edited. */
export type Cv = {
  readonly name: string
  readonly contact: Draft['contact']
  readonly experiences: readonly {
    readonly heading: string
    readonly place: string
    readonly period: string
    readonly actions: readonly string[]
  }[]
  readonly skills: readonly { readonly label: string; readonly level?: Level }[]
}
