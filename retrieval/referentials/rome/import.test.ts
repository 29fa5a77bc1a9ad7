import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openShelf } from '../shelf.ts'
import { importRome } from './import.ts'
import { aDataDir, aRomeFolder, files } from './rome-folder.fixture.ts'

const official = '../shared/data/rome-v460'

test('a first import puts the version in use', () => {
  const dataDir = aDataDir()
  const done = importRome(aRomeFolder(), dataDir)
  expect(done).toEqual({
    version: '99',
    outcome: 'new',
    skills: { came: 8, changed: 0, left: 0, total: 8 },
    jobs: { came: 3, changed: 0, left: 0, total: 3 },
  })
  expect(openShelf(dataDir).current()?.skills).toHaveLength(8)
  expect(readdirSync(join(dataDir, 'referentials')).sort()).toEqual(['current', 'rome-99'])
})

test('importing the same folder again changes nothing and says so', () => {
  const dataDir = aDataDir()
  importRome(aRomeFolder(), dataDir)
  const again = importRome(aRomeFolder(), dataDir)
  expect(again.outcome).toBe('same')
  expect(again.skills).toEqual({ came: 0, changed: 0, left: 0, total: 8 })
})

test('a new version says what came, changed and left', () => {
  const dataDir = aDataDir()
  importRome(aRomeFolder(), dataDir)
  const table = 'unix_referentiel_competence_v460_utf8.csv'
  const changes = {
    'version.txt': 'Numero de version : 100',
    [table]: (files()[table] ?? '')
      .replace('Empiler des bols', 'Empiler des bols propres')
      .replace('"904"', '"944"'),
    'unix_liens_rome_referentiels_v460_utf8.csv': (
      files()['unix_liens_rome_referentiels_v460_utf8.csv'] ?? ''
    ).replace('"904"', '"944"'),
  }
  expect(importRome(aRomeFolder(changes), dataDir).skills).toEqual({
    came: 1,
    changed: 1,
    left: 1,
    total: 8,
  })
  expect(openShelf(dataDir).current()?.version).toBe('100')
})

test('a version much smaller than the last is refused, and the last stays in use', () => {
  const dataDir = aDataDir()
  importRome(aRomeFolder(), dataDir)
  const smaller = aRomeFolder({
    'version.txt': 'Numero de version : 100',
    'unix_referentiel_appellation_v460_utf8.csv': withoutLine(
      'unix_referentiel_appellation_v460_utf8.csv',
      'Arroseur',
    ),
  })
  expect(() => importRome(smaller, dataDir)).toThrow(/3 appellations au lieu de 4/)
  expect(openShelf(dataDir).current()?.version).toBe('99')
})

test('a broken folder leaves nothing behind', () => {
  const dataDir = aDataDir()
  const broken = aRomeFolder({ 'unix_texte_v460_utf8.csv': undefined })
  expect(() => importRome(broken, dataDir)).toThrow(/unix_texte/)
  expect(existsSync(join(dataDir, 'referentials'))).toBe(false)
})

test('files changed by hand after the import are noticed', () => {
  const dataDir = aDataDir()
  importRome(aRomeFolder(), dataDir)
  writeFileSync(join(dataDir, 'referentials', 'rome-99', 'skills.json'), '[]')
  expect(() => openShelf(dataDir).current()).toThrow(/import them again/)
})

test('the same number published with other contents keeps both', () => {
  const dataDir = aDataDir()
  importRome(aRomeFolder(), dataDir)
  const table = 'unix_referentiel_competence_v460_utf8.csv'
  const changed = { [table]: (files()[table] ?? '').replace('Rincer', 'Bien rincer') }
  importRome(aRomeFolder(changed), dataDir)
  expect(
    openShelf(dataDir)
      .current()
      ?.skills.map(({ label }) => label),
  ).toContain('Bien rincer des bols')
  expect(readdirSync(join(dataDir, 'referentials'))).toHaveLength(3)
})

const hasOfficial = existsSync(official)
if (!hasOfficial) {
  // biome-ignore lint/suspicious/noConsole: what was not tested must be seen
  console.warn(`\n⚠ ${official} is absent: the import of the whole ROME was NOT tested\n`)
}

test.runIf(hasOfficial)('the whole ROME 4.0 is imported in under 30 seconds', () => {
  const start = performance.now()
  const { skills, jobs } = importRome(official, aDataDir())
  expect(skills.total).toBeGreaterThan(18_000)
  expect(jobs.total).toBeGreaterThan(1_500)
  expect(performance.now() - start).toBeLessThan(30_000)
})

function withoutLine(table: string, word: string): string {
  return (files()[table] ?? '')
    .split('\n')
    .filter((line) => !line.includes(word))
    .join('\n')
}
