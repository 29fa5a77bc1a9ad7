import type { Surface, SurfaceSource } from '../index/skill-index.ts'
import type { Referential, ReferentialJob, ReferentialSkill, Starter } from './referential.ts'

/**
 * Every way of saying a skill or a job, the publisher's and ours, without doubles. Savoir-être are
 * left out: they are concluded from facts, never from a likeness of words.
 */
export const surfacesOf = (source: Referential, starter: Starter): readonly Surface[] => {
  const known = new Set(source.skills.map(({ code }) => code))
  const all = [
    ...source.skills.filter(({ nature }) => nature !== 'behaviour').map(officialSkill),
    ...source.jobs.flatMap(officialJob),
    ...starterSkills(starter).filter(({ code }) => known.has(code)),
    ...starterJobs(starter, heirs(source.jobs)),
  ]
  const distinct = new Map(
    all.filter(({ text }) => text !== '').map((surface) => [keyOf(surface), surface]),
  )
  return [...distinct.values()]
}

const keyOf = ({ kind, code, text }: Surface): string => `${kind} ${code} ${text.toLowerCase()}`

const officialSkill = ({ code, label, nature }: ReferentialSkill): Surface => ({
  kind: 'skill',
  code,
  text: label,
  source: nature === 'macro' ? 'macro' : 'label',
})

const officialJob = ({ code, label, titles, definition }: ReferentialJob): readonly Surface[] => {
  const say = (text: string, source: SurfaceSource): Surface => ({
    kind: 'job',
    code,
    text,
    source,
  })
  const names = [label, ...titles].map((title) => say(oneGender(title), 'title'))
  return definition === '' ? names : [...names, say(definition, 'definition')]
}

/**
 * « Serveur / Serveuse de restaurant » → « Serveur de restaurant »: said twice, the name would
 * weigh less than its complement. Stems bring the two genders together again.
 */
const oneGender = (title: string): string => {
  const [first, rest] = title.split(' / ', 2)
  if (first === undefined || rest === undefined) return title
  const words = first.split(' ').length
  return [first, ...rest.split(' ').slice(words)].join(' ')
}

const starterSkills = (starter: Starter): readonly Surface[] =>
  starter.skills.flatMap(({ code, plain, phrases }) =>
    [plain, ...phrases].map((text): Surface => ({ kind: 'skill', code, text, source: 'phrase' })),
  )

const starterJobs = (
  starter: Starter,
  heirsOf: (code: string) => readonly string[],
): readonly Surface[] => {
  const say = (code: string, text: string, source: SurfaceSource): readonly Surface[] =>
    heirsOf(code).map((heir) => ({ kind: 'job', code: heir, text, source }))
  return [
    ...starter.jobs.flatMap(({ code, roles, phrases }) =>
      [...roles, ...phrases].flatMap((text) => say(code, text, 'phrase')),
    ),
    ...starter.informal.flatMap(({ phrase, codes }) =>
      codes.flatMap((code) => say(code, phrase, 'informal')),
    ),
  ]
}

/** A code of ROME 3 names the job that kept it; when none did, the jobs its sheet became. */
const heirs = (jobs: readonly ReferentialJob[]): ((code: string) => readonly string[]) => {
  const codes = new Set(jobs.map(({ code }) => code))
  return (code) => {
    if (codes.has(code)) return [code]
    return jobs.filter(({ parent }) => parent === code).map((job) => job.code)
  }
}
