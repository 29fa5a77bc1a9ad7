import { randomUUID } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { startOf } from './process-identity.ts'

const holder = z.object({ pid: z.int().positive(), start: z.string(), since: z.string() })

/**
 * Takes a folder for this process, by a file in it, and answers the function that gives it back.
 * Throws when a living process has it. A process that was killed leaves its file behind: it is
 * recognised by its number and the instant at which it started, and taken over.
 */
export async function lockFolder(file: string, folder: string): Promise<() => Promise<void>> {
  const ours = JSON.stringify({
    pid: process.pid,
    start: startOf(process.pid) ?? '',
    since: new Date().toISOString(),
  })
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (await create(file, ours)) return () => release(file, ours)
    const theirs = await readFile(file, 'utf8').catch(() => undefined)
    if (theirs === undefined) continue
    refuseIfAlive(theirs, folder)
    await putAside(file, theirs)
  }
  throw new Error(`Un autre Raconte ouvre en ce moment le dossier de données ${folder}.`)
}

/** Whole or not at all: the file appears under its name with its content. */
async function create(file: string, content: string): Promise<boolean> {
  const draft = `${file}.${randomUUID()}`
  await writeFile(draft, content, { mode: 0o600 })
  try {
    await link(draft, file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

function refuseIfAlive(content: string, folder: string): void {
  const read = holder.safeParse(parsed(content))
  if (!read.success) return
  const { pid, start, since } = read.data
  if (startOf(pid) !== start) return
  throw new Error(
    `Un autre Raconte (processus ${pid}, depuis ${since}) utilise le dossier de données ${folder}. ` +
      'L’arrêter d’abord, ou choisir un autre dossier avec DATA_DIR.',
  )
}

/**
 * Removes the file of a dead process. Between reading and moving it, somebody faster may have put
 * theirs: then it goes back.
 */
async function putAside(file: string, stale: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`
  try {
    await rename(file, aside)
  } catch {
    return
  }
  if ((await readFile(aside, 'utf8')) !== stale) await link(aside, file).catch(() => undefined)
  await rm(aside, { force: true })
}

async function release(file: string, ours: string): Promise<void> {
  const content = await readFile(file, 'utf8').catch(() => undefined)
  if (content === ours) await rm(file, { force: true })
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}
