import type { SurfaceSource } from '../index/skill-index.ts'
import type { Core } from '../referentials/referential.ts'
import type { Unit } from './reading.ts'

/**
 * How much each piece of evidence counts. Chosen on the development set by
 * `eval/fit-link-calibration.ts` (November 2026), never on single items of it.
 */
export type LinkWeights = {
  /** Trust in a likeness with a surface of this kind. */
  readonly source: Readonly<Record<SurfaceSource, number>>
  /** How much a skill of this kind makes the job. */
  readonly core: Readonly<Record<Core, number>>
  /** What each kind of unit says of the job: « serveur » more than a deed. */
  readonly unit: Readonly<Record<Unit['kind'], number>>
  /** Votes of the skills found for the jobs that need them. */
  readonly vote: number
  /** Jobs whose skills are brought in. */
  readonly jobs: number
  /** Likeness through the official label of a skill that an everyday phrase named. */
  readonly bridge: number
}

export const linkWeights: LinkWeights = {
  source: { label: 1, macro: 0.9, phrase: 1, title: 0.9, informal: 1, definition: 0.9 },
  core: { main: 1, emerging: 0.7, other: 0.6 },
  unit: { deed: 1, role: 2, context: 4 },
  vote: 1,
  jobs: 8,
  bridge: 0.8,
}
