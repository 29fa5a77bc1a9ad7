import type { Experience } from './experience.ts'
import type { Field } from './field.ts'
import type { Quote } from './quote.ts'
import type { SkillClaim } from './skill.ts'

/** What the person replied to a counsellor's question about one item of a draft. */
export type Answer = {
  readonly draftId: string
  readonly itemId: string
  readonly question: string
  readonly quote: Quote
}

/** One purpose, agreed to or taken back. The last entry of a purpose is the one in force. */
export type Consent = {
  /** `interview`: keep what I tell and let my counsellor read it · `nudges`: write to me first. */
  readonly purpose: 'interview' | 'nudges'
  readonly given: boolean
  readonly at: string
  readonly messageId: string
}

/** Everything a person owns here. Saved whole, under one version, with the turn that changed it. */
export type PortfolioRecord = {
  readonly personId: string
  readonly firstName: Field<string>
  readonly lastName: Field<string>
  readonly town: Field<string>
  readonly phone: Field<string>
  readonly email: Field<string>
  readonly experiences: readonly Experience[]
  readonly claims: readonly SkillClaim[]
  readonly answers: readonly Answer[]
  readonly consents: readonly Consent[]
}
