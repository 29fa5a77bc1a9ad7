import type { LinkDecision, SkillRef } from '#portfolio/skill.ts'

/** A span of the text given to `link`, in UTF-16 units; `end` exclusive; `text` is the exact slice. */
export type Span = { readonly start: number; readonly end: number; readonly text: string }

/** An elementary action of the speaker, found in the text. */
export type FoundDeed = Span & {
  /** Plain French, infinitive: « faire la plonge ». */
  readonly words: string
}

export type SkillCandidate = {
  readonly skill: SkillRef
  /** Everyday words after « tu sais »: « rendre la monnaie ». */
  readonly plain: string
  /** Noun heading for a CV: « Encaissement ». */
  readonly cvLabel: string
  /** 0-1, best first. */
  readonly score: number
  readonly decision: LinkDecision
  /** One French sentence a counsellor can read. */
  readonly reason: string
  /** At least one span of the text. */
  readonly quotes: readonly Span[]
  /** Indexes into `deeds`. */
  readonly deeds: readonly number[]
}

export type JobCandidate = {
  /** `code_rome`. */
  readonly code: string
  readonly label: string
  readonly score: number
}

export type Linked = {
  readonly deeds: readonly FoundDeed[]
  readonly skills: readonly SkillCandidate[]
  readonly jobs: readonly JobCandidate[]
  /** Nobody did anything here: small talk, a question, a wish, somebody else’s deeds. */
  readonly none: boolean
}

/**
 * From a person's words to deeds, skills and jobs of the referential. Bounded in time whatever the
 * text; never invents a skill; every candidate quotes the text. Falls back by itself when a remote
 * index or encoder is down, so it does not throw for that.
 */
export interface SkillSearch {
  link(text: string, limits?: { readonly skills?: number; readonly jobs?: number }): Promise<Linked>
}
