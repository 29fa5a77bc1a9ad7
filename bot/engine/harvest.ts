import type { Deed, Experience } from '#portfolio/experience.ts'
import { type Field, known } from '#portfolio/field.ts'
import { newExperience } from '#portfolio/new-record.ts'
import { addClaims } from './add-claims.ts'
import { byChapter } from './by-chapter.ts'
import type { Heard } from './heard.ts'
import { type Facts, listen } from './listen.ts'
import type { Talk } from './talk.ts'

/** What one message brought to the record, whatever the question was. */
export type Harvest = {
  readonly experienceId?: string
  readonly isNewExperience: boolean
  /** Words of the deeds that were not known before. */
  readonly deeds: readonly string[]
  /** Names of the fields that became known. */
  readonly fields: readonly string[]
  /** Experiences told in the same message after this one. */
  readonly others: readonly string[]
}

const nothing: Harvest = { isNewExperience: false, deeds: [], fields: [], others: [] }

/**
 * Listens to everything a message holds, in every state: deeds, role, place, dates, tools. What is
 * found goes to the experience being told, or opens another. A field already known is never
 * overwritten here: only an answer or a correction may do that.
 */
export function harvest(talk: Talk, heard: Heard): Harvest {
  const [first = nothing, ...others] = byChapter(heard)
    .map((chapter, i) => harvestChapter(talk, chapter, i > 0))
    .filter((found) => found.experienceId)
  if (others.length && first.experienceId) talk.change({ current: first.experienceId })
  return { ...first, others: others.flatMap((found) => found.experienceId ?? []) }
}

function harvestChapter(talk: Talk, heard: Heard, isNext: boolean): Harvest {
  const facts = listen(talk, heard)
  const isAboutSkills = /^(?:propose|ask-(?:which|one|level))/.test(
    talk.interview.asked?.step ?? '',
  )
  const current = talk.experience(talk.interview.current)
  const target =
    current && !current.isClosed && !isNext && !opensAnother(current, facts, isAboutSkills)
      ? current
      : undefined
  if (!target && !facts.deeds.length && !facts.role && !namesAnother(talk, facts)) return nothing

  const before = target ?? newExperience(talk.world.nextId())
  const fresh = facts.deeds.filter((deed) => !before.deeds.some((old) => old.words === deed.words))
  const after = merge(before, facts, fresh)
  if (target && after === before) return nothing

  const experiences = target
    ? talk.record.experiences.map((experience) => (experience.id === after.id ? after : experience))
    : [...talk.record.experiences, after]
  talk.keep({ ...talk.record, experiences })
  talk.change({ current: after.id })
  addClaims(talk, after, heard)

  const found: Harvest = {
    experienceId: after.id,
    isNewExperience: !target,
    deeds: fresh.map((deed) => deed.words),
    fields: fieldNames.filter(
      (name) => before[name].state !== 'known' && after[name].state === 'known',
    ),
    others: [],
  }
  noteHarvest(talk, after, found)
  return found
}

const fieldNames = ['kind', 'role', 'place', 'period', 'tools'] as const

/** Kinds that only a story of its own names; « je les emmène à l'école » does not. */
const plainlyAnother = ['internship', 'volunteering', 'job']

/**
 * A job, an internship or an association told at another place is another experience, even in the
 * middle of the questions; once the questions are about skills, another kind is enough.
 */
function opensAnother(
  current: Experience,
  { kind, place, role, deeds }: Facts,
  isAboutSkills: boolean,
): boolean {
  if (kind?.state !== 'known' || !deeds.length) return false
  const isPlain = plainlyAnother.includes(kind.value)
  if (isPlain && isElsewhere(current, place)) return true
  if (current.kind.state !== 'known' || kind.value === current.kind.value) return false
  return isAboutSkills || (isPlain && (place ?? role) !== undefined)
}

/** « un stage dans une boulangerie », after a summer camp. */
function isElsewhere({ place: before }: Experience, place: Facts['place']): boolean {
  if (before.state !== 'known' || place?.state !== 'known') return false
  return before.value.toLowerCase() !== place.value.toLowerCase()
}

/** « un stage de mécanique », « foot »: no deed yet, but a thing to talk about, when we asked for one. */
function namesAnother(talk: Talk, { frame }: Facts): boolean {
  const step = talk.interview.asked?.step ?? 'tell'
  return (
    frame && ['tell', 'tell-choices', 'another', 'tell-another', 'nothing-to-send'].includes(step)
  )
}

function merge(before: Experience, facts: Facts, fresh: readonly Deed[]): Experience {
  const kind = keepKnown(before.kind, facts.kind)
  const isFamily = kind.state === 'known' && kind.value === 'family'
  const where = facts.place ?? (isFamily ? known('cadre familial') : undefined)
  const after = {
    ...before,
    deeds: fresh.length ? [...before.deeds, ...fresh] : before.deeds,
    kind,
    role: keepKnown(before.role, ownRole(kind, facts.role)),
    place: keepKnown(before.place, where),
    period: completed(before.period, facts.period),
    tools: keepKnown(before.tools, facts.tools),
    ...((before.isUndeclared || facts.isUndeclared) && { isUndeclared: true }),
    ...(!before.calledAs && facts.calledAs && { calledAs: facts.calledAs }),
  }
  const isSame =
    !fresh.length &&
    fieldNames.every((name) => after[name] === before[name]) &&
    after.isUndeclared === before.isUndeclared &&
    after.calledAs === before.calledAs
  return isSame ? before : after
}

/** A week with a plumber makes nobody a plumber; an apprentice is one. */
function ownRole(kind: Experience['kind'], role: Facts['role']): Facts['role'] {
  const isVisit = kind.state === 'known' && kind.value === 'internship'
  const isApprentice = role?.state === 'known' && /apprenti|stagiaire|aide/.test(role.value)
  return isVisit && !isApprentice ? undefined : role
}

function keepKnown<T>(before: Field<T>, found: Field<T> | undefined): Field<T> {
  return before.state === 'known' || !found ? before : found
}

/** « 2 mois » completes « cet été » and the other way round; nothing else changes a known period. */
function completed(
  before: Experience['period'],
  found: Experience['period'] | undefined,
): Experience['period'] {
  if (before.state !== 'known' || found?.state !== 'known') return keepKnown(before, found)
  const quotes = [...before.quotes, ...found.quotes]
  const { duration } = found.value
  if (!before.value.from && !before.value.to)
    return known({ ...found.value, ...before.value }, quotes)
  if (!duration || before.value.duration || before.value.isOngoing) return before
  return known({ ...before.value, duration }, quotes)
}

function noteHarvest(talk: Talk, experience: Experience, found: Harvest) {
  if (found.isNewExperience) talk.note('experience', { id: experience.id })
  if (found.deeds.length) talk.note('deeds', { experience: experience.id, words: found.deeds })
  if (found.fields.length) talk.note('fields', { experience: experience.id, names: found.fields })
}
