import type { Interview } from '#bot/ports/interview.ts'
import { type Experience, type ExperienceKind, experienceKinds } from '#portfolio/experience.ts'
import { told } from '#portfolio/field.ts'
import type { PortfolioRecord } from '#portfolio/record.ts'
import type { SkillClaim } from '#portfolio/skill.ts'

/** The next thing to do, and why: the reason goes to the event log. */
export type Plan =
  | {
      readonly do: 'ask-field'
      readonly step: FieldStep
      readonly experienceId: string
      readonly why: string
    }
  | { readonly do: 'full-name'; readonly why: string }
  | {
      readonly do: 'propose' | 'ask-which' | 'ask-level'
      readonly experienceId: string
      readonly claims: readonly SkillClaim[]
      readonly why: string
    }
  | { readonly do: 'another'; readonly kind: ExperienceKind | undefined; readonly why: string }
  | { readonly do: 'recap'; readonly why: string }
  | { readonly do: 'tell'; readonly why: string }

export type FieldStep = 'ask-deeds' | 'ask-more' | 'ask-place' | 'ask-period' | 'ask-tools'

/** Questions about one experience before its skills are proposed. The first is told least well. */
const questionBudget = { first: 3, others: 2 }
/** More experiences are welcome, but we stop asking for them. */
const experiencesAskedFor = 4
const smallestGain = 0.3
const shownAtOnce = 3
/** With this many skills confirmed, one more question about a doubtful one costs more than it brings. */
const confirmedEnough = 2
/** Longer than this, a label of the referential is no question for a telephone. */
const longestAsked = 60

/**
 * The question that gains most, from the state alone. Gains are between 0 and 1: how much the answer
 * changes what is printed. Order: enough to print a line, the name on it, what is missing, the
 * skills, their level, another experience, the recap.
 */
export function plan(interview: Interview, record: PortfolioRecord): Plan {
  for (const experience of openOnes(interview, record)) {
    const next = aboutExperience(interview, record, experience)
    if (next) return next
  }
  if (!record.experiences.some((experience) => experience.deeds.length))
    return { do: 'tell', why: 'rien encore pour le CV' }
  const isMoreWanted =
    record.experiences.length < experiencesAskedFor &&
    !isTriedEnough(interview, 'another', record.experiences.length + 1)
  if (isMoreWanted)
    return { do: 'another', kind: unheardKind(record), why: 'une expérience de plus' }
  return { do: 'recap', why: 'assez pour un CV' }
}

/** The one being told, then those told in passing that still wait for their questions. */
function openOnes({ current }: Interview, { experiences }: PortfolioRecord): Experience[] {
  const open = experiences.filter((experience) => !experience.isClosed)
  return [
    ...open.filter((experience) => experience.id === current),
    ...open.filter((experience) => experience.id !== current),
  ]
}

function aboutExperience(
  interview: Interview,
  record: PortfolioRecord,
  experience: Experience,
): Plan | undefined {
  const isFirst = record.experiences[0]?.id === experience.id
  const field = bestField(interview, experience, record.experiences.length === 1)
  if (field?.step === 'ask-deeds') return { do: 'ask-field', experienceId: experience.id, ...field }
  if (record.firstName.state === 'unknown' && !isTriedEnough(interview, 'full-name', 2)) {
    return { do: 'full-name', why: 'le nom à écrire sur le CV' }
  }
  const budget = isFirst ? questionBudget.first : questionBudget.others
  if (field && asked(interview, experience) < budget)
    return { do: 'ask-field', experienceId: experience.id, ...field }
  return aboutSkills(interview, record, experience)
}

function aboutSkills(
  interview: Interview,
  record: PortfolioRecord,
  { id }: Experience,
): Plan | undefined {
  const claims = record.claims.filter((claim) => claim.experienceId === id)
  const open = claims.filter((claim) => claim.status === 'held').sort((a, b) => b.score - a.score)
  const sure = open.filter((claim) => claim.decision === 'propose')
  const proposed = tries(interview, `propose:${id}`) + tries(interview, `propose-one:${id}`)
  if (sure.length && (proposed === 0 || (proposed === 1 && sure.length > 1))) {
    return {
      do: 'propose',
      experienceId: id,
      claims: sure.slice(0, shownAtOnce),
      why: 'ses mots le montrent',
    }
  }
  const confirmed = claims.filter((claim) => claim.status === 'confirmed')
  const unsure = open.filter((claim) => claim.decision === 'ask' && isSayable(claim)).slice(0, 2)
  if (
    unsure.length &&
    confirmed.length < confirmedEnough &&
    !claims.some((claim) => claim.status === 'refused') &&
    tries(interview, `ask-which:${id}`) + tries(interview, `ask-one:${id}`) === 0
  ) {
    return { do: 'ask-which', experienceId: id, claims: unsure, why: 'une question départage' }
  }
  const kept = confirmed.filter((claim) => !claim.level)
  if (kept.length && tries(interview, `ask-level:${id}`) === 0) {
    return { do: 'ask-level', experienceId: id, claims: kept, why: 'le niveau manque' }
  }
  return undefined
}

function isSayable({ plain }: SkillClaim): boolean {
  return plain.length <= longestAsked
}

function bestField(
  interview: Interview,
  experience: Experience,
  isOnly: boolean,
): { step: FieldStep; why: string } | undefined {
  const { id, deeds, kind, place, period, tools } = experience
  const left = (step: FieldStep, most: number) => tries(interview, `${step}:${id}`) < most
  const candidates: { step: FieldStep; gain: number; why: string }[] = []
  if (!deeds.length && left('ask-deeds', 2))
    candidates.push({ step: 'ask-deeds', gain: 1, why: 'aucun fait' })
  if (deeds.length && deeds.length < 3 && left('ask-more', 1))
    candidates.push({ step: 'ask-more', gain: 0.9 - deeds.length / 10, why: 'peu de faits' })
  if (deeds.length === 1 && !left('ask-more', 1) && left('ask-more', 2))
    candidates.push({ step: 'ask-more', gain: 0.5, why: 'un seul fait' })
  if (deeds.length >= 3 && isOnly && left('ask-more', 1))
    candidates.push({ step: 'ask-more', gain: 0.45, why: 'd’autres faits possibles' })
  if (period.state === 'unknown' && left('ask-period', 2))
    candidates.push({ step: 'ask-period', gain: 0.65, why: 'la période manque' })
  if (place.state === 'unknown' && told(kind) !== 'self-taught' && left('ask-place', 2))
    candidates.push({ step: 'ask-place', gain: 0.6, why: 'le lieu manque' })
  if (tools.state === 'unknown' && deeds.length > 0 && left('ask-tools', 1))
    candidates.push({ step: 'ask-tools', gain: 0.25, why: 'les outils manquent' })
  const best = candidates.sort((a, b) => b.gain - a.gain)[0]
  return best && best.gain >= smallestGain ? { step: best.step, why: best.why } : undefined
}

function asked(interview: Interview, { id }: Experience): number {
  const steps: FieldStep[] = ['ask-deeds', 'ask-more', 'ask-place', 'ask-period', 'ask-tools']
  return steps.reduce((sum, step) => sum + tries(interview, `${step}:${id}`), 0)
}

function tries(interview: Interview, key: string): number {
  return interview.tries[key] ?? 0
}

function isTriedEnough(interview: Interview, step: string, most: number): boolean {
  return tries(interview, step) >= most
}

/** Kinds people forget to count, the most forgotten first. */
const suggested: readonly ExperienceKind[] = [
  'family',
  'volunteering',
  'internship',
  'sport',
  'self-taught',
  'school',
  'job',
]

function unheardKind(record: PortfolioRecord): ExperienceKind | undefined {
  const heard = new Set(record.experiences.map((experience) => told(experience.kind)))
  return suggested.find((kind) => !heard.has(kind)) ?? experienceKinds[0]
}
