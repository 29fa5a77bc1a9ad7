import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse } from 'csv-parse/sync'
import { afterEach, describe, expect, test } from 'vitest'
import { readStarter } from './read-starter.ts'

const rome = new URL('../../../../shared/data/rome-v460/', import.meta.url)
const romeIsHere = existsSync(rome)
if (!romeIsHere)
  // biome-ignore lint/suspicious/noConsole: a skipped check must be seen
  console.warn('!! ROME 4.0 v60 is absent: the codes of the starter were NOT checked against it.')

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

/** A small folder of our own, to be broken in one way or another. */
const aFolder = (theme: string, informal = 'phrase\tcodes\tcomment\n'): URL => {
  const folder = mkdtempSync(join(tmpdir(), 'starter-'))
  folders.push(folder)
  writeFileSync(join(folder, 'vente.yaml'), theme)
  writeFileSync(join(folder, 'informal-activities.tsv'), informal)
  return pathToFileURL(`${folder}/`)
}

const aSkill = (change: Record<string, string> = {}): string => {
  const lines = {
    code: '"300303"',
    label: 'Encaisser',
    cv: 'Encaissement',
    tu: 'encaisser et rendre la monnaie',
    phrases: '[tenir la caisse, encaisser, rendre la monnaie, faire payer]',
    ...change,
  }
  return `  - ${Object.entries(lines)
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n    ')}\n`
}

const aJob = (skills: string): string =>
  `jobs:\n  - code: D1505\n    label: Caisse\n    roles: [caissier]\n    phrases: [la caisse, être à la caisse, caissier]\n    skills: ${skills}\n`

describe('our own referential', () => {
  const { skills, jobs, informal } = readStarter()

  test('knows at least 300 skills and 120 jobs, each once', () => {
    expect(new Set(skills.map(({ code }) => code)).size).toBe(skills.length)
    expect(new Set(jobs.map(({ code }) => code)).size).toBe(jobs.length)
    expect(skills.length).toBeGreaterThanOrEqual(300)
    expect(jobs.length).toBeGreaterThanOrEqual(120)
    expect(informal.length).toBeGreaterThanOrEqual(300)
  })

  test('says a skill in at least four everyday ways, and each way names one skill only', () => {
    const owner = new Map<string, string>()
    for (const { code, phrases } of skills) {
      expect(phrases.length, code).toBeGreaterThanOrEqual(4)
      for (const phrase of phrases) {
        expect(owner.get(phrase), phrase).toBeUndefined()
        owner.set(phrase, code)
      }
    }
  })

  test('gives every CV line its own heading', () => {
    const headings = skills.map(({ cv }) => cv)
    expect(headings.filter((cv, index) => headings.indexOf(cv) !== index)).toEqual([])
  })

  test.runIf(romeIsHere)('uses codes that exist in ROME 4.0 v60', () => {
    const official = codesOf('unix_referentiel_competence_v460_utf8.csv', 'code_ogr')
    const officialJobs = codesOf('unix_referentiel_code_rome_v460_utf8.csv', 'code_rome')
    const jobCodes = [...jobs.map(({ code }) => code), ...informal.flatMap(({ codes }) => codes)]
    expect(official.size).toBeGreaterThan(18_000)
    expect(skills.filter(({ code }) => !official.has(code))).toEqual([])
    expect(jobCodes.filter((code) => !officialJobs.has(code))).toEqual([])
  })

  test.runIf(romeIsHere)('has the sixteen savoir-être', () => {
    const table = rowsOf('unix_referentiel_competence_v460_utf8.csv')
    const behaviours = table.filter((row) => row.cat_comp === 'Savoir-être professionnel')
    const ours = new Set(skills.map(({ code }) => code))
    expect(behaviours).toHaveLength(16)
    expect(behaviours.filter(({ code_ogr }) => !ours.has(code_ogr ?? ''))).toEqual([])
  })
})

describe('a counsellor who made a mistake is told, in French, where', () => {
  test.each([
    [
      'a word that one SMS cannot carry',
      { tu: 'façonner' },
      'compétence n° 1 (« 300303 »), tu : une lettre ne passe pas',
    ],
    ['a sentence too long to be said', { tu: 'a b c d e f g h i j k l m' }, 'pas plus de 12 mots'],
    [
      'a heading too long for a CV',
      { cv: 'un deux trois quatre cinq six' },
      'cv : pas plus de 5 mots',
    ],
    [
      'too few phrases',
      { phrases: '[un truc, autre chose]' },
      'phrases : il faut au moins 4 phrases',
    ],
    ['a code without quotes', { code: '300303' }, 'code : le code doit être entre guillemets'],
    ['a word nobody knows', { niveau: 'haut' }, 'niveau'],
  ])('%s', (_title, change, message) => {
    expect(() => readStarter(aFolder(`skills:\n${aSkill(change)}`))).toThrow(message)
  })

  test('a job that needs a skill nobody wrote', () => {
    const theme = `skills:\n${aSkill()}${aJob('["300303", "118069", "121749"]')}`
    expect(() => readStarter(aFolder(theme))).toThrow(
      'vente.yaml : métier « D1505 » : la compétence « 118069 » n’existe pas ici',
    )
  })

  test('the same skill written twice', () => {
    expect(() => readStarter(aFolder(`skills:\n${aSkill()}${aSkill()}`))).toThrow(
      'vente.yaml : la compétence « 300303 » est déjà dans vente.yaml',
    )
  })

  test('a file that is not YAML', () => {
    expect(() => readStarter(aFolder('skills:\n  - code: "1\n'))).toThrow(/vente.yaml : ligne \d/)
  })

  test('an empty file', () => {
    expect(() => readStarter(aFolder(''))).toThrow('le fichier doit contenir')
  })

  test('several mistakes at once', () => {
    const folder = aFolder(`skills:\n${aSkill({ cv: '""' })}`, 'phrase\tcodes\nla caisse\tD15\n')
    expect(() => readStarter(folder)).toThrow(
      /compétence n° 1 .*le texte est vide\ninformal-activities.tsv : ligne 2 : une lettre et quatre/,
    )
  })
})

const rowsOf = (file: string): readonly Record<string, string>[] =>
  parse(readFileSync(new URL(file, rome)), { columns: true, bom: true })

const codesOf = (file: string, column: string): ReadonlySet<string | undefined> =>
  new Set(rowsOf(file).map((row) => row[column]))
