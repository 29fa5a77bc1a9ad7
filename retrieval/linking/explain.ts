import type { Catalogue } from '../referentials/catalogue.ts'
import type { Evidence } from './gather-evidence.ts'

const longestQuote = 90

/** One French sentence for the counsellor: which words led to this skill, and how. */
export const explain = (catalogue: Catalogue, evidence: Evidence): string => {
  const words = `Ses mots « ${shortened(evidence.units[0]?.unit.span.text ?? '')} »`
  const { surface, direct, bridge, job, jobCode } = evidence
  const jobLabel = jobCode === undefined ? undefined : catalogue.jobs.get(jobCode)?.label
  if (surface !== undefined && direct >= bridge && direct >= job) {
    return `${words} sont proches de « ${surface.text} » (${origin[surface.source]}).`
  }
  if (bridge > 0 && bridge >= job) {
    return `${words} désignent une compétence voisine de celle-ci.`
  }
  if (jobLabel === undefined) return `${words} évoquent cette compétence.`
  return `${words} évoquent le métier « ${jobLabel} », qui demande cette compétence.`
}

const origin = {
  label: 'intitulé officiel',
  macro: 'intitulé officiel, compétence large',
  phrase: 'formulation courante',
  title: 'nom de métier',
  informal: 'formulation courante',
  definition: 'définition du métier',
} as const

const shortened = (quote: string): string => {
  const line = quote.replaceAll(/\s+/g, ' ').trim()
  return line.length <= longestQuote ? line : `${line.slice(0, longestQuote - 1).trimEnd()}…`
}
