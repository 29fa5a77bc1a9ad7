import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { BadReferential } from '../referential.ts'
import { readRome } from './read.ts'
import { aRomeFolder, aRomeZip, files } from './rome-folder.fixture.ts'
import { openRomeSource } from './source.ts'

const read = (path: string) => readRome(openRomeSource(path))

test('the official folder gives skills, jobs, titles and what makes each job', () => {
  const rome = read(aRomeFolder())
  expect(rome.version).toBe('99')
  expect(rome.skills).toHaveLength(8)
  expect(rome.jobs.find(({ code }) => code === 'A1901')).toEqual({
    code: 'A1901',
    label: 'Gardien / Gardienne de potager',
    parent: 'A1901',
    definition: "Soigne les légumes. Veille sur l'eau.",
    titles: ['Gardien / Gardienne de potager', 'Arroseur / Arroseuse de salades'],
    skills: [
      { code: '902', core: 'main' },
      { code: '903', core: 'other' },
      { code: '907', core: 'emerging' },
      { code: '908', core: 'other' },
    ],
  })
})

test('macro-compétences and savoir-être are told apart, and apostrophes are single again', () => {
  const { skills } = read(aRomeFolder())
  expect(skills.map(({ nature }) => nature).filter((nature) => nature !== 'detailed')).toEqual([
    'macro',
    'behaviour',
  ])
  expect(skills.find(({ code }) => code === '903')).toEqual({
    code: '903',
    label: "Chasser les limaces d'un carré",
    nature: 'detailed',
    macro: '901',
  })
})

test('a zip reads like the folder', () => {
  expect(read(aRomeZip())).toEqual(read(aRomeFolder()))
})

const skillsTable = 'unix_referentiel_competence_v460_utf8.csv'
const linksTable = 'unix_liens_rome_referentiels_v460_utf8.csv'
const jobsTable = 'unix_referentiel_code_rome_v460_utf8.csv'
const damaged = (name: string, change: (text: string) => string) => ({
  [name]: change(files()[name] ?? ''),
})

describe('a damaged folder is refused, saying where', () => {
  const cases: [string, Record<string, string | undefined>, RegExp][] = [
    [
      'two files missing',
      { [skillsTable]: undefined, 'version.txt': undefined },
      /competence.*version\.txt/,
    ],
    [
      'a table cut inside a line',
      damaged(skillsTable, (text) => text.slice(0, -20)),
      /abîmé ou coupé/,
    ],
    [
      'a table cut between two lines',
      damaged(skillsTable, cutLast(2)),
      /compétence 90[78] inconnue/,
    ],
    ['an empty table', damaged(linksTable, (text) => text.split('\n')[0] ?? ''), /aucune ligne/],
    ['links cut at the end', damaged(linksTable, cutLast(2)), /G1902 n’a aucune compétence/],
    ['jobs cut at the end', damaged(jobsTable, cutLast(1)), /G1902 manque/],
    [
      'a column renamed',
      damaged(jobsTable, (text) => text.replace('libelle_rome', 'nom')),
      /colonne absente : libelle_rome/,
    ],
    [
      'an impossible code',
      damaged(jobsTable, (text) => text.replace('"A1901","1"', '"Z1","1"')),
      /ligne 2 : code_rome/,
    ],
    [
      'a code given twice',
      damaged(skillsTable, (text) => text.replace('"906"', '"905"')),
      /double/,
    ],
    ['a version file of something else', { 'version.txt': 'bonjour' }, /version/],
  ]
  test.each(cases)('%s', (_, changes, message) => {
    expect(() => read(aRomeFolder(changes))).toThrow(message)
    expect(() => read(aRomeFolder(changes))).toThrow(BadReferential)
  })

  test('a file that is neither a folder nor a zip', () => {
    const path = join(aRomeFolder(), 'notes.txt')
    writeFileSync(path, 'rien')
    expect(() => read(path)).toThrow(/ni un dossier, ni une archive/)
  })

  test('a table that is not in UTF-8', () => {
    const folder = aRomeFolder()
    writeFileSync(
      join(folder, jobsTable),
      Buffer.from(files()[jobsTable] ?? '', 'utf16le').fill(0xe9, 0, 4),
    )
    expect(() => read(folder)).toThrow(/UTF-8/)
  })
})

function cutLast(count: number): (text: string) => string {
  return (text) => `${text.trimEnd().split('\n').slice(0, -count).join('\n')}\n`
}
