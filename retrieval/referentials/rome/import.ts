import { BadReferential, type Referential } from '../referential.ts'
import { openShelf } from '../shelf.ts'
import { readRome } from './read.ts'
import { openRomeSource } from './source.ts'

/** Counts of codes that came, whose label changed, that left. */
export type Difference = {
  readonly came: number
  readonly changed: number
  readonly left: number
  readonly total: number
}

export type RomeImport = {
  readonly version: string
  /** `same`: this very content was already in use; nothing was written. */
  readonly outcome: 'same' | 'new'
  readonly skills: Difference
  readonly jobs: Difference
}

/** A version under this share of the one in use is a cut file, not a revision. */
const smallestShare = 0.8

/** Called before each step, with how many are done. */
export type OnStep = (done: number, steps: number, name: string) => void

/**
 * Imports the official ROME 4.0 publication (folder or zip) into `dataDir`: all or nothing. Throws
 * `BadReferential`, leaving what is in use untouched, when a file is missing or wrong, or when it
 * holds under 80 % of the skills or jobs in use.
 */
export const importRome = (
  path: string,
  dataDir: string,
  onStep: OnStep = () => {},
): RomeImport => {
  const steps = 4
  onStep(0, steps, 'ouverture des fichiers')
  const source = openRomeSource(path)
  onStep(1, steps, 'lecture et contrôle de chaque ligne')
  const next = readRome(source)
  onStep(2, steps, 'comparaison avec la version en place')
  const shelf = openShelf(dataDir)
  const last = shelf.current()
  if (last !== undefined) refuseMuchSmaller(last, next)
  onStep(3, steps, 'écriture')
  const outcome = shelf.put(next)
  onStep(4, steps, 'terminé')
  return {
    version: next.version,
    outcome,
    skills: compare(last?.skills ?? [], next.skills),
    jobs: compare(last?.jobs ?? [], next.jobs),
  }
}

const refuseMuchSmaller = (last: Referential, next: Referential): void => {
  const check = (what: string, before: number, after: number) => {
    if (after >= before * smallestShare) return
    throw new BadReferential(
      `${after} ${what} au lieu de ${before} dans la version en place : le fichier est sans doute incomplet. Rien n’a été importé.`,
    )
  }
  check('compétences', last.skills.length, next.skills.length)
  check('métiers', last.jobs.length, next.jobs.length)
  check('appellations', countTitles(last), countTitles(next))
  check('liens', countLinks(last), countLinks(next))
}

const countTitles = ({ jobs }: Referential): number =>
  jobs.reduce((count, job) => count + job.titles.length, 0)

const countLinks = ({ jobs }: Referential): number =>
  jobs.reduce((count, job) => count + job.skills.length, 0)

type Labelled = { readonly code: string; readonly label: string }

const compare = (before: readonly Labelled[], after: readonly Labelled[]): Difference => {
  const old = new Map(before.map(({ code, label }) => [code, label]))
  const came = after.filter(({ code }) => !old.has(code)).length
  const kept = after.filter(({ code }) => old.has(code))
  return {
    came,
    changed: kept.filter(({ code, label }) => old.get(code) !== label).length,
    left: before.length - kept.length,
    total: after.length,
  }
}
