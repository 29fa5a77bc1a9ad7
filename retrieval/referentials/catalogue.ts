import { createHash } from 'node:crypto'
import type { SkillRef } from '#portfolio/skill.ts'
import type { Surface } from '../index/skill-index.ts'
import type { Core, Referential, SkillNature, Starter } from './referential.ts'

import { starterOnly } from './starter-only.ts'
import { surfacesOf } from './surfaces.ts'

export type CatalogueSkill = {
  readonly ref: SkillRef
  readonly nature: SkillNature
  readonly macro?: string
  /** Wording of the starter, when it has this code. */
  readonly plain?: string
  readonly cv?: string
  /** Jobs that need this skill. */
  readonly jobs: readonly { readonly code: string; readonly core: Core }[]
}

type CatalogueJob = {
  readonly code: string
  readonly label: string
  readonly skills: readonly { readonly code: string; readonly core: Core }[]
}

/**
 * All that can be found: the imported ROME enriched, code by code, with the everyday wording of the
 * starter; or the starter alone when nothing was imported.
 */
export type Catalogue = {
  /** « 60 » for ROME 4.0 v60, « starter » when nothing was imported. */
  readonly version: string
  readonly skills: ReadonlyMap<string, CatalogueSkill>
  readonly jobs: ReadonlyMap<string, CatalogueJob>
  readonly surfaces: readonly Surface[]
  /** Changes with any code or wording: names the index built from it. */
  readonly digest: string
}

export const makeCatalogue = (rome: Referential | undefined, starter: Starter): Catalogue => {
  const source = rome ?? starterOnly(starter)
  const surfaces = surfacesOf(source, starter)
  return {
    version: source.version,
    skills: skillsOf(source, starter),
    jobs: new Map(source.jobs.map(({ code, label, skills }) => [code, { code, label, skills }])),
    surfaces,
    digest: digestOf(surfaces),
  }
}

const skillsOf = (source: Referential, starter: Starter): ReadonlyMap<string, CatalogueSkill> => {
  const wording = new Map(starter.skills.map((skill) => [skill.code, skill]))
  const jobs = new Map<string, { code: string; core: Core }[]>()
  for (const job of source.jobs) {
    for (const { code, core } of job.skills) {
      const link = { code: job.code, core }
      const links = jobs.get(code)
      if (links) links.push(link)
      else jobs.set(code, [link])
    }
  }
  return new Map(
    source.skills.map(({ code, label, nature, macro }) => {
      const words = wording.get(code)
      const ref: SkillRef = { referential: source.name, version: source.version, code, label }
      return [
        code,
        {
          ref,
          nature,
          jobs: jobs.get(code) ?? [],
          ...(macro === undefined ? {} : { macro }),
          ...(words === undefined ? {} : { plain: words.plain, cv: words.cv }),
        },
      ]
    }),
  )
}

const digestOf = (surfaces: readonly Surface[]): string => {
  const hash = createHash('sha256')
  for (const { kind, code, text, source } of surfaces)
    hash.update(`${kind}\t${code}\t${source}\t${text}\n`)
  return hash.digest('hex')
}
