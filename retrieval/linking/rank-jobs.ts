import type { Catalogue } from '../referentials/catalogue.ts'
import type { Unit } from './reading.ts'
import type { Found } from './search-units.ts'
import type { LinkWeights } from './weights.ts'

export type RankedJob = {
  readonly code: string
  /** 0-1; only its order and its nearness to 1 mean something. */
  readonly score: number
  /** The unit that speaks most for this job. */
  readonly unit: Unit
}

/**
 * Jobs the whole text points to, best first. Each unit speaks for a job by its likeness with the
 * job's titles and phrases, and by the skills it shows that the job needs; a skill that half of all
 * jobs need says little about any of them.
 */
export const rankJobs = (
  catalogue: Catalogue,
  found: readonly Found[],
  weights: LinkWeights,
): readonly RankedJob[] => {
  const totals = new Map<string, { total: number; best: number; unit: Unit }>()
  for (const one of found) {
    const factor = weights.unit[one.unit.kind]
    for (const [code, likeness] of spokenFor(catalogue, one, weights)) {
      const strength = factor * likeness * likeness
      const sum = totals.get(code)
      if (sum === undefined) totals.set(code, { total: strength, best: strength, unit: one.unit })
      else {
        sum.total += strength
        if (strength > sum.best) {
          sum.best = strength
          sum.unit = one.unit
        }
      }
    }
  }
  return [...totals]
    .map(([code, { total, unit }]) => ({ code, score: total / (total + 1), unit }))
    .sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1))
}

const spokenFor = (
  catalogue: Catalogue,
  { skills, jobs }: Found,
  weights: LinkWeights,
): ReadonlyMap<string, number> => {
  const titles = new Map<string, number>()
  for (const { surface, score } of jobs) {
    raise(titles, surface.code, score * weights.source[surface.source])
  }
  const votes = new Map<string, number>()
  for (const { surface, score } of skills.slice(0, 20)) {
    const needed = catalogue.skills.get(surface.code)?.jobs ?? []
    const rarity = 1 / Math.log2(2 + needed.length)
    for (const { code, core } of needed) {
      raise(votes, code, weights.vote * score * rarity * weights.core[core])
    }
  }
  const both = new Map(titles)
  for (const [code, vote] of votes) both.set(code, Math.hypot(both.get(code) ?? 0, vote))
  return both
}

const raise = (best: Map<string, number>, code: string, value: number): void => {
  if (value > (best.get(code) ?? 0)) best.set(code, value)
}
