import type { Quote } from './quote.ts'

/** A skill of a public referential. The official code is our id; nothing outside one exists here. */
export type SkillRef = {
  /** `rome` for ROME 4.0; `starter` entries carry the ROME code they stand for. */
  readonly referential: 'rome'
  readonly version: string
  /** `code_ogr` of ROME 4.0. */
  readonly code: string
  /** The official label. */
  readonly label: string
}

/** With somebody beside · alone · alone and I adapt · I can teach it. Asked in words, never by number. */
export type Level = 1 | 2 | 3 | 4

/** `propose`: ask the person to confirm · `ask`: one question would decide · `hold`: for the counsellor. */
export type LinkDecision = 'propose' | 'ask' | 'hold'

export type ClaimStatus = 'confirmed' | 'refused' | 'held'

/**
 * « This person can do this », with the reasons to believe it: the quotes, how sure the search was,
 * and what the person answered. The mark says who vouches for it.
 */
export type SkillClaim = {
  readonly id: string
  readonly experienceId: string
  readonly skill: SkillRef
  /** Everyday words after « tu sais »: « rendre la monnaie ». */
  readonly plain: string
  /** Noun heading for a CV: « Encaissement ». */
  readonly cvLabel: string
  /** Calibrated, 0-1. */
  readonly score: number
  readonly decision: LinkDecision
  /** One French sentence for the counsellor: why this skill. */
  readonly reason: string
  /** At least one. */
  readonly quotes: readonly Quote[]
  readonly deedIds: readonly string[]
  readonly status: ClaimStatus
  readonly level?: Level
  readonly mark: 'declared' | 'confirmed' | 'certified'
}
