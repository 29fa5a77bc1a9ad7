import type { LinkDecision } from '#portfolio/skill.ts'
import type { Catalogue } from '../referentials/catalogue.ts'
import type { Evidence } from './gather-evidence.ts'

/** Coefficients of a logistic regression on the features of `featuresOf`. */
export type Calibration = {
  readonly intercept: number
  readonly weights: readonly number[]
  /** Scores from which we propose, and from which one question would decide. */
  readonly proposeFrom: number
  readonly askFrom: number
}

/** Fitted by `eval/fit-link-calibration.ts` on the development set, November 2026, with our own dense encoder. */
export const calibration: Calibration = {
  intercept: -7.09,
  weights: [0.31, -0.42, 1.99, 2.32, 2.91, 4.77, 2.42, 1.21, 0.64, -1],
  proposeFrom: 0.55,
  askFrom: 0.2,
}

/** Names of the features, in the order of the weights. */
export const featureNames = [
  'likeness with a deed',
  'likeness with an everyday phrase',
  'nearness of meaning to a deed',
  'nearest of all to a deed',
  'needed by a likely job',
  'share of the likely jobs that need it',
  'likeness of its family',
  'neighbour of a named skill',
  'macro-compétence',
  'needed by many jobs',
] as const

/** What the score depends on; each about 0-1. */
export const featuresOf = (catalogue: Catalogue, evidence: Evidence): readonly number[] => {
  const skill = catalogue.skills.get(evidence.code)
  const manyJobs = 1100
  return [
    evidence.direct,
    evidence.surface?.source === 'phrase' ? evidence.direct : 0,
    evidence.dense,
    evidence.rank,
    evidence.job,
    evidence.agreement,
    evidence.family,
    evidence.bridge,
    skill?.nature === 'macro' ? 1 : 0,
    Math.log(1 + (skill?.jobs.length ?? 0)) / Math.log(manyJobs),
  ]
}

/** Probability, 0-1, that a careful reader accepts the skill for what was said. */
export const scoreOf = (
  features: readonly number[],
  { intercept, weights }: Calibration,
): number => {
  const sum = features.reduce(
    (total, feature, place) => total + feature * (weights[place] ?? 0),
    intercept,
  )
  return 1 / (1 + Math.exp(-sum))
}

/** Under this likeness the words share letters with the skill, no more. */
export const saidFrom = 0.3

/**
 * A skill that only a job suggests is never proposed: nobody said to have done it. Nor is one
 * without a deed of the speaker.
 */
export const decide = (
  evidence: Evidence,
  score: number,
  { proposeFrom, askFrom }: Calibration,
): LinkDecision => {
  const wasDone = evidence.units.some(({ unit }) => unit.kind === 'deed')
  const wasSaid = Math.max(evidence.direct, evidence.bridge) >= saidFrom
  if (score >= proposeFrom && wasDone && wasSaid) return 'propose'
  return score >= askFrom ? 'ask' : 'hold'
}
