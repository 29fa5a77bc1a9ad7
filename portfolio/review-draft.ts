import type { Author, Cv, Draft, DraftItem, DraftLine, DraftSkill } from './cv.ts'
import { NotFound } from './errors.ts'
import type { SkillRef } from './skill.ts'

/** One decision on one item. `edit` carries the new words; `ask` the question to the person. */
export type Decision =
  | { readonly kind: 'accept' }
  | { readonly kind: 'refuse'; readonly reason: string }
  | { readonly kind: 'ask'; readonly question: string }
  | {
      readonly kind: 'edit-line'
      readonly heading: string
      readonly place: string
      readonly period: string
      readonly actions: readonly string[]
    }
  | { readonly kind: 'edit-skill'; readonly cvLabel: string; readonly skill?: SkillRef }
  | { readonly kind: 'undo' }

/** Applies one decision; the result is the next version of the draft. Throws `NotFound` for an unknown item. */
export function decide(draft: Draft, itemId: string, decision: Decision, at: string): Draft {
  if (!draft.items.some((item) => item.id === itemId))
    throw new NotFound('no such item in this draft')
  const items = draft.items.map((item) => (item.id === itemId ? judged(item, decision, at) : item))
  return next(draft, items, at)
}

/**
 * A skill the search found and nobody asked the person about. It waits for nobody: it is printed only
 * when a counsellor accepts it, and left out otherwise.
 */
export function isSuggestion(item: DraftItem): boolean {
  return (
    item.type === 'skill' &&
    item.personSaid === 'not-asked' &&
    item.verdict === 'pending' &&
    !item.answer
  )
}

/** Items that wait for the counsellor. */
export function waiting(draft: Draft): readonly DraftItem[] {
  return draft.items.filter((item) => item.verdict === 'pending' && !isSuggestion(item))
}

/** What keeps a draft from being approved: items nobody decided on, or nothing to print. */
export function obstacles(draft: Draft): readonly ('undecided' | 'empty')[] {
  const isUndecided =
    waiting(draft).length > 0 || draft.items.some((item) => item.verdict === 'asked')
  return [
    ...(isUndecided ? ['undecided' as const] : []),
    ...(keptLines(draft).length ? [] : ['empty' as const]),
  ]
}

/** Accepts all that waits, as one new version. Suggestions are no part of it: nobody said yes to them. */
export function acceptAll(draft: Draft, at: string): Draft {
  const accepted = waiting(draft).reduce(
    (so, item) => decide(so, item.id, { kind: 'accept' }, at),
    draft,
  )
  return { ...accepted, version: draft.version + 1 }
}

/** Signs the draft. Throws a plain `Error` while obstacles stand: the page must not offer it then. */
export function approve(draft: Draft, at: string): Draft {
  if (obstacles(draft).length) throw new Error('a draft with undecided items cannot be approved')
  return { ...next(draft, draft.items, at), status: 'approved' }
}

/** What is printed: accepted and edited items only. */
export function cvOf(draft: Draft): Cv {
  const lines = keptLines(draft)
  const shown = new Set(lines.map((line) => line.experienceId))
  return {
    name: draft.name,
    contact: draft.contact,
    experiences: lines.map(({ heading, place, period, actions }) => ({
      heading,
      place,
      period,
      actions,
    })),
    skills: distinctSkills(
      draft.items.filter((item): item is DraftSkill => item.type === 'skill' && isKept(item)),
    )
      .filter((skill) => shown.has(skill.experienceId))
      .map(({ cvLabel, level }) => ({ label: cvLabel, ...(level && { level }) })),
  }
}

function keptLines(draft: Draft): DraftLine[] {
  return draft.items.filter((item): item is DraftLine => item.type === 'line' && isKept(item))
}

function isKept(item: DraftItem): boolean {
  return item.verdict === 'accepted' || item.verdict === 'edited'
}

/** The same skill shown in two experiences is printed once, at its highest level. */
function distinctSkills(skills: readonly DraftSkill[]): DraftSkill[] {
  const best = new Map<string, DraftSkill>()
  for (const skill of skills) {
    const key = skill.cvLabel.toLocaleLowerCase('fr')
    const seen = best.get(key)
    if (!seen || (skill.level ?? 0) > (seen.level ?? 0)) best.set(key, skill)
  }
  return [...best.values()]
}

function next(draft: Draft, items: readonly DraftItem[], at: string): Draft {
  const isWaiting = items.some((item) => item.verdict === 'asked')
  return {
    ...draft,
    items,
    version: draft.version + 1,
    updatedAt: at,
    status: isWaiting ? 'changes-requested' : 'in-review',
  }
}

function judged(item: DraftItem, decision: Decision, at: string): DraftItem {
  const log = (what: string, by: Author = 'counsellor') => [...item.history, { at, by, what }]
  switch (decision.kind) {
    case 'accept':
      return { ...item, verdict: 'accepted', history: log('accepté') }
    case 'refuse':
      return { ...item, verdict: 'refused', remark: decision.reason, history: log('refusé') }
    case 'ask':
      return {
        ...item,
        verdict: 'asked',
        remark: decision.question,
        history: log('question posée'),
      }
    case 'undo':
      return { ...item, verdict: 'pending', history: log('décision annulée') }
    case 'edit-line': {
      if (item.type !== 'line') throw new NotFound('this item is not a line')
      const { heading, place, period, actions } = decision
      return {
        ...item,
        heading,
        place,
        period,
        actions,
        verdict: 'edited',
        history: log('modifié'),
      }
    }
    case 'edit-skill': {
      if (item.type !== 'skill') throw new NotFound('this item is not a skill')
      const { cvLabel, skill = item.skill } = decision
      return { ...item, cvLabel, skill, verdict: 'edited', history: log('modifié') }
    }
  }
}
