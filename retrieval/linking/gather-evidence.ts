import type { Surface } from '../index/skill-index.ts'
import type { Catalogue } from '../referentials/catalogue.ts'
import type { RankedJob } from './rank-jobs.ts'
import type { Unit } from './reading.ts'
import type { Found } from './search-units.ts'
import type { LinkWeights } from './weights.ts'

/** All that speaks for one skill. Likenesses are 0-1. */
export type Evidence = {
  readonly code: string
  /** Nearest surface to one deed, and its likeness. */
  direct: number
  surface?: Surface
  /** Nearness of meaning to one deed; likeness of words when no meaning is at hand. */
  dense: number
  /** 1 when it is the nearest of all skills to one deed, 1/2 when the second … 0 when not found. */
  rank: number
  /** Likeness through a skill that an everyday phrase named. */
  bridge: number
  /** How much the likely jobs need it. */
  job: number
  jobCode?: string
  /** Share of the likely jobs, by weight, that need it. */
  agreement: number
  /** Best direct likeness among the skills of the same macro-compétence. */
  family: number
  /** The units that speak for it, strongest first; at least one. */
  readonly units: { readonly unit: Unit; readonly strength: number }[]
}

/** Evidence for every skill that any route reaches. */
export const gatherEvidence = (
  catalogue: Catalogue,
  found: readonly Found[],
  jobs: readonly RankedJob[],
  weights: LinkWeights,
): readonly Evidence[] => {
  const all = new Map<string, Evidence>()
  const evidenceOf = (code: string): Evidence => {
    const known = all.get(code)
    if (known) return known
    const fresh = {
      code,
      direct: 0,
      dense: 0,
      rank: 0,
      bridge: 0,
      job: 0,
      agreement: 0,
      family: 0,
      units: [],
    }
    all.set(code, fresh)
    return fresh
  }
  for (const one of found) {
    addDirect(evidenceOf, one, weights)
    addBridge(evidenceOf, one, weights)
  }
  addJobs(catalogue, evidenceOf, jobs, weights)
  addAgreement(catalogue, all, jobs)
  addFamily(catalogue, all)
  for (const { units } of all.values()) units.sort((a, b) => b.strength - a.strength)
  return [...all.values()]
}

type EvidenceOf = (code: string) => Evidence

const addDirect = (evidenceOf: EvidenceOf, { unit, skills }: Found, weights: LinkWeights): void => {
  for (const [place, { surface, score, dense = score }] of skills.entries()) {
    const likeness = score * weights.source[surface.source]
    const evidence = evidenceOf(surface.code)
    evidence.dense = Math.max(evidence.dense, dense)
    evidence.rank = Math.max(evidence.rank, 1 / (place + 1))
    speak(evidence, unit, likeness)
    if (likeness > evidence.direct) {
      evidence.direct = likeness
      evidence.surface = surface
    }
  }
}

const addBridge = (
  evidenceOf: EvidenceOf,
  { unit, bridged }: Found,
  weights: LinkWeights,
): void => {
  for (const { surface, score } of bridged) {
    const likeness = score * weights.bridge
    const evidence = evidenceOf(surface.code)
    speak(evidence, unit, likeness)
    if (likeness > evidence.bridge) evidence.bridge = likeness
  }
}

const addJobs = (
  catalogue: Catalogue,
  evidenceOf: EvidenceOf,
  jobs: readonly RankedJob[],
  weights: LinkWeights,
): void => {
  for (const { code: job, score, unit } of jobs.slice(0, weights.jobs)) {
    for (const { code, core } of catalogue.jobs.get(job)?.skills ?? []) {
      if (catalogue.skills.get(code)?.nature === 'behaviour') continue
      const need = score * weights.core[core]
      const evidence = evidenceOf(code)
      if (need <= evidence.job) continue
      evidence.job = need
      evidence.jobCode = job
      if (evidence.units.length === 0) speak(evidence, unit, need)
    }
  }
}

const likelyJobs = 100

const addAgreement = (
  catalogue: Catalogue,
  all: ReadonlyMap<string, Evidence>,
  jobs: readonly RankedJob[],
): void => {
  const likely = new Map(jobs.slice(0, likelyJobs).map(({ code, score }) => [code, score * score]))
  const total = [...likely.values()].reduce((sum, weight) => sum + weight, 0)
  if (total === 0) return
  for (const evidence of all.values()) {
    const needing = catalogue.skills.get(evidence.code)?.jobs ?? []
    const sum = needing.reduce((weight, { code }) => weight + (likely.get(code) ?? 0), 0)
    evidence.agreement = sum / total
  }
}

const speak = (evidence: Evidence, unit: Unit, strength: number): void => {
  const known = evidence.units.findIndex((spoken) => spoken.unit === unit)
  const before = evidence.units[known]
  if (before === undefined) evidence.units.push({ unit, strength })
  else if (strength > before.strength) evidence.units[known] = { unit, strength }
}

const addFamily = (catalogue: Catalogue, all: ReadonlyMap<string, Evidence>): void => {
  const strongest = new Map<string, number>()
  for (const { code, direct } of all.values()) {
    const macro = catalogue.skills.get(code)?.macro
    if (macro !== undefined && direct > (strongest.get(macro) ?? 0)) strongest.set(macro, direct)
  }
  for (const evidence of all.values()) {
    const skill = catalogue.skills.get(evidence.code)
    const macro = skill?.nature === 'macro' ? evidence.code : skill?.macro
    evidence.family = macro === undefined ? 0 : (strongest.get(macro) ?? 0)
  }
}
