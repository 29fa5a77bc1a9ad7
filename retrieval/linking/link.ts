import type { Linked, SkillCandidate, SkillSearch, Span } from '#bot/ports/skill-search.ts'
import type { LinkDecision } from '#portfolio/skill.ts'
import type { Encoder } from '../encoder/encoder.ts'
import type { SkillIndex } from '../index/skill-index.ts'
import type { Catalogue, CatalogueSkill } from '../referentials/catalogue.ts'
import type { Wording } from '../referentials/wording.ts'
import { calibration, decide, featuresOf, scoreOf } from './calibration.ts'
import { explain } from './explain.ts'
import { type Evidence, gatherEvidence } from './gather-evidence.ts'
import { oneProposalADeed } from './one-proposal-a-deed.ts'
import { rankJobs } from './rank-jobs.ts'
import { type Reader, readText } from './reading.ts'
import { searchUnits } from './search-units.ts'
import { linkWeights } from './weights.ts'

export type LinkParts = {
  readonly catalogue: Catalogue
  readonly index: Pick<SkillIndex, 'search'>
  readonly encoder: Encoder
  readonly reader: Reader
  readonly wordingOf: (skill: CatalogueSkill) => Wording
}

const defaultSkills = 20
const defaultJobs = 5
const mostQuotes = 3

/**
 * The whole way: text → deeds and roles → two routes (words → skills; words → jobs → their skills)
 * → evidence per skill → calibrated score → decision, reason and quotes.
 */
export const makeLink = (parts: LinkParts): SkillSearch => ({
  link: async (text, limits = {}) => {
    const reading = readText(parts.reader, text)
    if (reading.none) return nobodyDidAnything
    const { catalogue } = parts
    const labelOf = (code: string) => catalogue.skills.get(code)?.ref.label
    const found = await searchUnits(parts.index, parts.encoder, reading.units, labelOf)
    const jobs = rankJobs(catalogue, found, linkWeights)
    const scored = gatherEvidence(catalogue, found, jobs, linkWeights)
      .map((evidence) => ({
        evidence,
        score: scoreOf(featuresOf(catalogue, evidence), calibration),
      }))
      .sort((a, b) => b.score - a.score || (a.evidence.code < b.evidence.code ? -1 : 1))
      .slice(0, limits.skills ?? defaultSkills)
    const decisions = oneProposalADeed(
      scored.map(({ evidence, score }) => ({
        decision: decide(evidence, score, calibration),
        deed: evidence.units[0]?.unit.deed,
      })),
    )
    return {
      deeds: reading.deeds,
      skills: scored.flatMap((one, place) => toCandidate(parts, one, decisions[place] ?? 'hold')),
      jobs: jobs.slice(0, limits.jobs ?? defaultJobs).flatMap(({ code, score }) => {
        const label = catalogue.jobs.get(code)?.label
        return label === undefined ? [] : [{ code, label, score }]
      }),
      none: false,
    }
  },
})

const nobodyDidAnything: Linked = { deeds: [], skills: [], jobs: [], none: true }

const toCandidate = (
  { catalogue, wordingOf }: LinkParts,
  { evidence, score }: { readonly evidence: Evidence; readonly score: number },
  decision: LinkDecision,
): readonly SkillCandidate[] => {
  const skill = catalogue.skills.get(evidence.code)
  if (skill === undefined) return []
  const wording = wordingOf(skill)
  const units = strongest(evidence)
  return [
    {
      skill: skill.ref,
      plain: wording.plain,
      // Made when read: most of the twenty candidates never come to a CV.
      get cvLabel() {
        return wording.cvLabel
      },
      score,
      decision,
      reason: explain(catalogue, evidence),
      quotes: distinctSpans(units.map(({ span }) => span)),
      deeds: units.flatMap(({ deed }) => (deed === undefined ? [] : [deed])),
    },
  ]
}

/** The best unit, and those that speak nearly as loud. */
const strongest = ({ units }: Evidence) => {
  const top = units[0]?.strength ?? 0
  return units
    .filter(({ strength }) => strength >= top * 0.8)
    .slice(0, mostQuotes)
    .map(({ unit }) => unit)
}

const distinctSpans = (spans: readonly Span[]): readonly Span[] => {
  const seen = new Map(
    spans.map(({ start, end, text }) => [`${start}-${end}`, { start, end, text }]),
  )
  return [...seen.values()]
}
