import { readdirSync, readFileSync } from 'node:fs'
import { parseDocument } from 'yaml'
import { z } from 'zod'
import { BadReferential } from '../referential.ts'
import { informalLine, type ThemeJob, type ThemeSkill, themeFile } from './starter-shape.ts'

export type StarterSkill = {
  /** `code_ogr` of ROME 4.0 this skill stands for. */
  readonly code: string
  readonly label: string
  /** Noun heading for a CV, five words at most. */
  readonly cv: string
  /** Words after « tu sais », twelve at most, in letters one SMS carries at seven bits. */
  readonly plain: string
  /** How people say they did it, in standard spelling. */
  readonly phrases: readonly string[]
}

export type StarterJob = {
  /** `code_rome` of ROME 4.0. */
  readonly code: string
  readonly label: string
  /** What the person is called in that job, in each gender. */
  readonly roles: readonly string[]
  readonly phrases: readonly string[]
  /** Codes of skills of the starter, the most typical first. */
  readonly skills: readonly string[]
}

/** Everyday words for the skills and jobs most met by 16-25 year olds, by codes of ROME 4.0. */
export type Starter = {
  readonly skills: readonly StarterSkill[]
  readonly jobs: readonly StarterJob[]
  /** Phrases that point to jobs; no code when the phrase names no activity. */
  readonly informal: readonly { readonly phrase: string; readonly codes: readonly string[] }[]
}

type Placed<Entry> = { readonly file: string; readonly entry: Entry }
type Report = (file: string, problem: string) => void

const INFORMAL = 'informal-activities.tsv'

/**
 * Reads the theme files (`*.yaml`) and the informal phrases of a folder, ours by default.
 *
 * Throws one `BadReferential` that names every problem of every file, in French, for the counsellor
 * who edited them.
 */
export const readStarter = (folder: URL = new URL('./', import.meta.url)): Starter => {
  const problems: string[] = []
  const report: Report = (file, problem) => problems.push(`${file} : ${problem}`)

  const themes = themeNames(folder).map((file) => ({ file, ...readTheme(folder, file, report) }))
  const skills = themes.flatMap(({ file, skills }) => skills.map((entry) => ({ file, entry })))
  const jobs = themes.flatMap(({ file, jobs }) => jobs.map((entry) => ({ file, entry })))
  const informal = readInformal(folder, report)

  if (themes.length === 0) report('starter', 'aucun fichier .yaml dans ce dossier')
  reportTwice(skills, 'la compétence', report)
  reportTwice(jobs, 'le métier', report)
  reportUnknownSkills(jobs, skills, report)
  if (problems.length > 0) throw new BadReferential(problems.join('\n'))

  return {
    skills: skills.map(({ entry }) => asSkill(entry)),
    jobs: jobs.map((j) => j.entry),
    informal,
  }
}

const themeNames = (folder: URL): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()

const readTheme = (
  folder: URL,
  file: string,
  report: Report,
): { readonly skills: readonly ThemeSkill[]; readonly jobs: readonly ThemeJob[] } => {
  const nothing = { skills: [], jobs: [] }
  const document = parseDocument(readFileSync(new URL(file, folder), 'utf8'))
  if (document.errors.length > 0) {
    for (const { linePos } of document.errors)
      report(file, `ligne ${linePos?.[0].line ?? '?'} : l’écriture YAML est incorrecte`)
    return nothing
  }
  const content: unknown = document.toJS()
  const read = themeFile.safeParse(content, { error: z.locales.fr().localeError })
  if (read.success) return read.data
  for (const { path, message } of read.error.issues)
    report(file, `${placeOf(path, content)}${message}`)
  return nothing
}

/** « compétence n° 3 (“300303”), cv : », so that the counsellor finds the entry. */
const placeOf = (path: readonly PropertyKey[], content: unknown): string => {
  const [list, index, ...rest] = path
  if (typeof index !== 'number') return ''
  const code = codeSchema.safeParse(content).data?.[String(list)]?.[index]?.code
  const kind = list === 'jobs' ? 'métier' : 'compétence'
  const named = code === undefined ? '' : ` (« ${String(code)} »)`
  return `${kind} n° ${index + 1}${named}${rest.length > 0 ? `, ${rest.join(' ')}` : ''} : `
}

const codeSchema = z.record(z.string(), z.array(z.looseObject({ code: z.unknown() })).catch([]))

const readInformal = (folder: URL, report: Report): Starter['informal'] => {
  const [, ...lines] = readFileSync(new URL(INFORMAL, folder), 'utf8').trimEnd().split(/\r?\n/)
  return lines.flatMap((text, index) => {
    const [phrase, codes = ''] = text.split('\t')
    const read = informalLine.safeParse({ phrase, codes: codes.split(';').filter(Boolean) })
    if (read.success) return [read.data]
    for (const { message } of read.error.issues) report(INFORMAL, `ligne ${index + 2} : ${message}`)
    return []
  })
}

const reportTwice = (
  placed: readonly Placed<{ readonly code: string }>[],
  what: string,
  report: Report,
): void => {
  const first = new Map<string, string>()
  for (const { file, entry } of placed) {
    const other = first.get(entry.code)
    if (other === undefined) first.set(entry.code, file)
    else report(file, `${what} « ${entry.code} » est déjà dans ${other}`)
  }
}

const reportUnknownSkills = (
  jobs: readonly Placed<ThemeJob>[],
  skills: readonly Placed<ThemeSkill>[],
  report: Report,
): void => {
  const known = new Set(skills.map(({ entry }) => entry.code))
  for (const { file, entry } of jobs)
    for (const code of entry.skills)
      if (!known.has(code))
        report(file, `métier « ${entry.code} » : la compétence « ${code} » n’existe pas ici`)
}

const asSkill = ({ code, label, cv, tu, phrases }: ThemeSkill): StarterSkill => ({
  code,
  label,
  cv,
  plain: tu,
  phrases,
})
