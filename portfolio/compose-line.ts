import type { DraftLine } from './cv.ts'
import type { Deed, Experience } from './experience.ts'
import { told } from './field.ts'
import { periodLabel } from './period.ts'
import type { Quote } from './quote.ts'
import type { SkillClaim } from './skill.ts'

/** How many actions a line prints: more does not read better, and the rest stays in the portfolio. */
const actionsShown = 6

type Words = Pick<DraftLine, 'heading' | 'place' | 'period' | 'actions' | 'quotes'>

/**
 * One experience as a CV prints it, from evidence only: the role when it was told, else its first
 * deeds; then the skills the person agreed to, then the deeds that no such skill covers. The quotes
 * cover every part, because each part comes with its own.
 */
export function composeLine(experience: Experience, claims: readonly SkillClaim[]): Words {
  const own = claims.filter((c) => c.experienceId === experience.id && c.status === 'confirmed')
  const covered = new Set(own.flatMap((claim) => claim.deedIds))
  const left = experience.deeds.filter((deed) => !covered.has(deed.id))
  const role = told(experience.role)

  const heading = role ? capitalise(role) : join(headlines(experience))
  const candidates = [...own.map((claim) => claim.cvLabel), ...left.map((deed) => deed.heading)]
  const actions = distinct(candidates)
    .filter((action) => role || !heading.toLowerCase().includes(action.toLowerCase()))
    .slice(0, actionsShown)

  const result = told(experience.result)
  return {
    heading,
    place: [told(experience.place), experience.calledAs].filter(Boolean).join(', '),
    period: periodLabel(told(experience.period) ?? {}),
    actions: result ? [...actions, capitalise(result)] : actions,
    quotes: quotesOf(experience, own),
  }
}

/** The line on one row: « Plonge et service en salle, restaurant familial, été 2026 ». */
export function lineLabel({ heading, place, period }: Omit<Words, 'actions' | 'quotes'>): string {
  return [heading, place, period].filter(Boolean).join(', ')
}

function capitalise(words: string): string {
  return words.charAt(0).toLocaleUpperCase('fr') + words.slice(1)
}

/** At most two, nouns first: « Vidange » reads as a heading, « Changer des pneus » as an action. */
function headlines({ deeds: all, kind }: Experience): readonly Deed[] {
  const own =
    told(kind) === 'family' ? all : all.filter((deed) => !/^Aide à un proche/.test(deed.heading))
  const deeds = own.length ? own : all
  const nouns = deeds.filter((deed) => firstWord(deed.heading) !== firstWord(deed.words))
  return (nouns.length ? nouns : deeds).slice(0, 2)
}

function firstWord(words: string): string {
  return (words.split(' ')[0] ?? '').toLocaleLowerCase('fr')
}

function join(deeds: readonly Deed[]): string {
  const [first = '', ...others] = distinct(deeds.map((deed) => deed.heading))
  return [first, ...others.map((h) => h.charAt(0).toLocaleLowerCase('fr') + h.slice(1))].join(
    ' et ',
  )
}

function distinct(labels: readonly string[]): string[] {
  const seen = new Map(labels.map((label) => [label.toLocaleLowerCase('fr'), label]))
  return [...seen.values()]
}

function quotesOf(experience: Experience, claims: readonly SkillClaim[]): Quote[] {
  const fields = [experience.role, experience.place, experience.period, experience.result]
  const all = [
    ...experience.deeds.map((deed) => deed.quote),
    ...claims.flatMap((claim) => claim.quotes),
    ...fields.flatMap((field) => (field.state === 'known' ? field.quotes : [])),
  ]
  return [...new Map(all.map((q) => [`${q.messageId}:${q.start}:${q.end}`, q])).values()]
}
