import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import type { Core, Referential, ReferentialJob, ReferentialSkill } from './referential.ts'

/**
 * Imported referentials, in `DATA_DIR/referentials/rome-<version>/`; the file `current` beside
 * them names the one in use. A version is written aside, then renamed, then pointed at: whoever
 * reads at any moment finds a complete version.
 */
export type Shelf = {
  /** The version in use, or `undefined` when nothing was imported yet. Throws when its files are damaged. */
  current(): Referential | undefined
  /** Puts a version in use. Answers `'same'`, and writes nothing, when it is already. */
  put(referential: Referential): 'same' | 'new'
}

const formatVersion = 1
const skillsFile = 'skills.json'
const jobsFile = 'jobs.json'
const manifestFile = 'manifest.json'

const manifestSchema = z.object({
  format: z.literal(formatVersion),
  name: z.literal('rome'),
  version: z.string().min(1),
  skills: z.number().int(),
  jobs: z.number().int(),
  /** SHA-256 of the skills then the jobs file. */
  digest: z.string().length(64),
})

export const openShelf = (dataDir: string): Shelf => {
  const root = join(dataDir, 'referentials')
  return {
    current: () => {
      const folder = pointed(root)
      return folder === undefined ? undefined : load(join(root, folder))
    },
    put: (referential) => {
      const files = render(referential)
      const inUse = pointed(root)
      if (inUse !== undefined && manifestOf(join(root, inUse))?.digest === files.digest)
        return 'same'
      const folder = freeFolder(root, referential, files.digest)
      if (!existsSync(join(root, folder))) store(root, folder, files)
      point(root, folder)
      return 'new'
    },
  }
}

type Files = {
  readonly skills: string
  readonly jobs: string
  readonly manifest: string
  readonly digest: string
}

const render = (referential: Referential): Files => {
  const skills = JSON.stringify(
    referential.skills.map(({ code, label, nature, macro }) => [code, label, nature, macro ?? '']),
  )
  const jobs = JSON.stringify(
    referential.jobs.map((job) => [
      job.code,
      job.label,
      job.parent,
      job.definition,
      job.titles,
      job.skills.map(({ code, core }) => [code, core]),
    ]),
  )
  const digest = digestOf(skills, jobs)
  const manifest = JSON.stringify({
    format: formatVersion,
    name: referential.name,
    version: referential.version,
    skills: referential.skills.length,
    jobs: referential.jobs.length,
    digest,
  })
  return { skills, jobs, manifest, digest }
}

const digestOf = (skills: string, jobs: string): string =>
  createHash('sha256').update(skills).update(jobs).digest('hex')

const pointed = (root: string): string | undefined => {
  const pointer = join(root, 'current')
  return existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : undefined
}

const manifestOf = (folder: string): z.infer<typeof manifestSchema> | undefined => {
  const file = join(folder, manifestFile)
  if (!existsSync(file)) return undefined
  return manifestSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data
}

const load = (folder: string): Referential => {
  const manifest = manifestOf(folder)
  const read = (file: string) => readFileSync(join(folder, file), 'utf8')
  if (manifest === undefined) throw new Error(`the manifest of ${folder} is missing or damaged`)
  const skills = read(skillsFile)
  const jobs = read(jobsFile)
  if (digestOf(skills, jobs) !== manifest.digest) {
    throw new Error(`the files of ${folder} are not those that were imported: import them again`)
  }
  return {
    name: manifest.name,
    version: manifest.version,
    skills: (JSON.parse(skills) as SkillLine[]).map(toSkill),
    jobs: (JSON.parse(jobs) as JobLine[]).map(toJob),
  }
}

type SkillLine = [string, string, ReferentialSkill['nature'], string]
type JobLine = [string, string, string, string, string[], [string, Core][]]

const toSkill = ([code, label, nature, macro]: SkillLine): ReferentialSkill => ({
  code,
  label,
  nature,
  ...(macro === '' ? {} : { macro }),
})

const toJob = ([code, label, parent, definition, titles, skills]: JobLine): ReferentialJob => ({
  code,
  label,
  parent,
  definition,
  titles,
  skills: skills.map(([skill, core]) => ({ code: skill, core })),
})

/** A version published twice under one number keeps both folders: the one in use is never touched. */
const freeFolder = (root: string, { name, version }: Referential, digest: string): string => {
  const folder = `${name}-${version}`
  const taken = existsSync(join(root, folder)) && manifestOf(join(root, folder))?.digest !== digest
  return taken ? `${folder}-${digest.slice(0, 8)}` : folder
}

const store = (root: string, folder: string, files: Files): void => {
  const aside = join(root, `.${folder}-${process.pid}`)
  rmSync(aside, { recursive: true, force: true })
  mkdirSync(aside, { recursive: true })
  writeFileSync(join(aside, skillsFile), files.skills, { flush: true })
  writeFileSync(join(aside, jobsFile), files.jobs, { flush: true })
  writeFileSync(join(aside, manifestFile), files.manifest, { flush: true })
  renameSync(aside, join(root, folder))
}

const point = (root: string, folder: string): void => {
  const aside = join(root, `.current-${process.pid}`)
  writeFileSync(aside, folder, { flush: true })
  renameSync(aside, join(root, 'current'))
}
