/** `detailed` is the leaf people are credited with; `macro` groups leaves; `behaviour` is a savoir-être. */
export type SkillNature = 'detailed' | 'macro' | 'behaviour'

export type ReferentialSkill = {
  /** `code_ogr` of ROME 4.0. */
  readonly code: string
  readonly label: string
  readonly nature: SkillNature
  /** Code of the macro-compétence that groups this skill, when the publisher gives one. */
  readonly macro?: string
}

/** How much a skill makes the job what it is: `coeur_metier` of ROME. */
export type Core = 'main' | 'emerging' | 'other'

export type ReferentialJob = {
  /** `code_rome`. */
  readonly code: string
  readonly label: string
  /** The sheet of the former ROME 3 this job comes from; equal to `code` when it still exists. */
  readonly parent: string
  /** A few sentences of the publisher; empty when there are none. */
  readonly definition: string
  /** Everyday titles, masculine / feminine as published. */
  readonly titles: readonly string[]
  readonly skills: readonly { readonly code: string; readonly core: Core }[]
}

/** One referential at one version, checked: every code a job mentions is in `skills`. */
export type Referential = {
  readonly name: 'rome'
  readonly version: string
  readonly skills: readonly ReferentialSkill[]
  readonly jobs: readonly ReferentialJob[]
}

/**
 * A source that cannot be imported. `message` is French, for the person who runs the import, and
 * says which file and line to look at.
 */
export class BadReferential extends Error {
  override readonly name = 'BadReferential'
}

/** Our own everyday wording, by ROME code: see `starter/README.md`. */
export type Starter = {
  readonly skills: readonly {
    readonly code: string
    readonly label: string
    /** Noun heading for a CV. */
    readonly cv: string
    /** Words after « tu sais ». */
    readonly plain: string
    readonly phrases: readonly string[]
  }[]
  readonly jobs: readonly {
    readonly code: string
    readonly label: string
    readonly roles: readonly string[]
    readonly phrases: readonly string[]
    /** Codes of skills. */
    readonly skills: readonly string[]
  }[]
  /** Phrases that point to jobs, by codes of ROME 4.0; an older ROME 3 code is followed. */
  readonly informal: readonly { readonly phrase: string; readonly codes: readonly string[] }[]
}
