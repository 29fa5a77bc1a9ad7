import { composeLine } from './compose-line.ts'
import type { Draft, DraftItem, DraftLine, DraftSkill } from './cv.ts'
import { told } from './field.ts'
import type { PortfolioRecord } from './record.ts'
import type { SkillClaim } from './skill.ts'

/**
 * The CV that a counsellor will read, from the record. Composing again after news keeps every
 * decision on items whose words did not change; an item that changed waits again, and its history
 * says why. Refused claims and experiences without a deed are left out.
 */
export function composeDraft(
  record: PortfolioRecord,
  { id, at, previous }: { id: string; at: string; previous?: Draft | undefined },
): Draft {
  const before = new Map(previous?.items.map((item) => [item.id, item]))
  const withDeeds = record.experiences.filter((experience) => experience.deeds.length > 0)
  const lines = withDeeds.map((experience): DraftLine => {
    return {
      ...freshItem(`line:${experience.id}`, experience.id, at),
      type: 'line',
      ...composeLine(experience, record.claims),
    }
  })
  const skills = withDeeds
    .flatMap(({ id: own }) => worthReading(record, own))
    .map((claim) => skillItem(claim, at))
  const items = [...lines, ...skills].map((item) =>
    withAnswer(keepDecision(item, before.get(item.id), at), record, at),
  )

  return {
    id: previous?.id ?? id,
    personId: record.personId,
    status: items.some((item) => item.verdict === 'asked') ? 'changes-requested' : 'in-review',
    version: (previous?.version ?? 0) + 1,
    createdAt: previous?.createdAt ?? at,
    updatedAt: at,
    name: [told(record.firstName), told(record.lastName)].filter(Boolean).join(' '),
    contact: contactOf(record),
    items,
  }
}

/** Beyond this, suggestions hide what was said. */
const suggestionsPerExperience = 3

/** What the person agreed to, then the best of what they were not asked about. */
function worthReading({ claims }: PortfolioRecord, experienceId: string): readonly SkillClaim[] {
  const own = claims.filter((claim) => claim.experienceId === experienceId)
  const open = own.filter((claim) => claim.status === 'held').toSorted((a, b) => b.score - a.score)
  return [
    ...own.filter((claim) => claim.status === 'confirmed'),
    ...open.slice(0, suggestionsPerExperience),
  ]
}

function freshItem(id: string, experienceId: string, at: string) {
  return {
    id,
    experienceId,
    verdict: 'pending',
    history: [{ at, by: 'robot', what: 'proposé' }],
  } as const
}

function skillItem(claim: SkillClaim, at: string): DraftSkill {
  const { skill, cvLabel, score, reason, quotes, level, experienceId } = claim
  return {
    ...freshItem(`skill:${claim.id}`, experienceId, at),
    type: 'skill',
    skill,
    cvLabel,
    score,
    reason,
    quotes,
    ...(level && { level }),
    personSaid: claim.status === 'confirmed' ? 'confirmed' : 'not-asked',
  }
}

function keepDecision(fresh: DraftItem, old: DraftItem | undefined, at: string): DraftItem {
  if (!old || old.type !== fresh.type) return fresh
  if (old.verdict === 'pending') return { ...fresh, ...heard(old), history: old.history }
  if (sources(old) === sources(fresh)) return old
  const history = [
    ...old.history,
    { at, by: 'robot', what: 'la personne a apporté du nouveau' },
  ] as const
  if (old.verdict === 'asked') return { ...fresh, verdict: 'asked', ...heard(old), history }
  return { ...fresh, history }
}

/** The question asked back and its answer stay beside the item until somebody decides. */
function heard({ remark, answer }: DraftItem) {
  return { ...(remark && { remark }), ...(answer && { answer }) }
}

/** What an item rests on: unchanged quotes mean that nothing new was said about it. */
function sources(item: DraftItem): string {
  return item.quotes
    .map((quote) => `${quote.messageId}:${quote.start}:${quote.end}`)
    .sort()
    .join(' ')
}

function withAnswer(item: DraftItem, record: PortfolioRecord, at: string): DraftItem {
  const answer = record.answers.findLast((given) => given.itemId === item.id)
  if (!answer || item.answer === answer.quote.text) return item
  const history = [...item.history, { at, by: 'person', what: 'a répondu' }] as const
  return {
    ...item,
    verdict: 'pending',
    answer: answer.quote.text,
    remark: answer.question,
    history,
  }
}

function contactOf(record: PortfolioRecord): Draft['contact'] {
  const phone = told(record.phone)
  const email = told(record.email)
  const town = told(record.town)
  return { ...(phone && { phone }), ...(email && { email }), ...(town && { town }) }
}
