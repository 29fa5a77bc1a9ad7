import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkReach, type Programs } from './postgres-programs.ts'

/** The major version of the programs; a cluster of another one is refused, never converted. */
const version = '18'

export const superuser = 'raconte'

/** The folder of the database and the password of its only user. */
export type Cluster = { readonly folder: string; readonly password: string }

/**
 * Finds the cluster in a data folder, or makes it. It is made beside its place and moved there when it
 * is whole, so that a machine that stops in between finds nothing half made.
 */
export async function openCluster(dataDir: string, programs: Programs): Promise<Cluster> {
  const folder = join(dataDir, 'postgres')
  const passwordFile = join(dataDir, 'postgres.password')
  const found = await readFile(join(folder, 'PG_VERSION'), 'utf8').catch(() => undefined)
  if (found === undefined) return makeCluster({ dataDir, folder, passwordFile, programs })
  if (found.trim() !== version)
    throw new Error(`${folder} is of PostgreSQL ${found.trim()}, and this Raconte has ${version}`)
  const password = await readFile(passwordFile, 'utf8').catch((cause) => {
    throw new Error(`${folder} is there, and ${passwordFile} is not: bring the file back`, {
      cause,
    })
  })
  return { folder, password: password.trim() }
}

type Place = { dataDir: string; folder: string; passwordFile: string; programs: Programs }

async function makeCluster({ dataDir, folder, passwordFile, programs }: Place): Promise<Cluster> {
  const { owner, initdb } = programs
  if (owner) {
    await letIn(owner, dataDir)
    await checkReach(owner, dataDir)
  }
  const [draft, handover] = [`${folder}.new`, `${passwordFile}.new`]
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { mode: 0o700 })
  const password = randomBytes(24).toString('base64url')
  await writeFile(passwordFile, password, { mode: 0o600 })
  await writeFile(handover, password, { mode: 0o600 })
  if (owner) for (const path of [draft, handover]) await chown(path, owner.uid, owner.gid)
  try {
    await run(initdb, initdbArguments(draft, handover), owner)
  } finally {
    await rm(handover, { force: true })
  }
  await rename(draft, folder)
  return { folder, password }
}

/** A data folder closed to others (`mkdtemp`) is opened to the group of the owner, to go through. */
async function letIn({ gid }: NonNullable<Programs['owner']>, dataDir: string): Promise<void> {
  const { mode, uid } = await stat(dataDir)
  if (mode & 0o001) return
  await chown(dataDir, uid, gid)
  await chmod(dataDir, (mode & 0o777) | 0o010)
}

/** Sorting and case do not depend on the machine: the locale is PostgreSQL's own. */
function initdbArguments(folder: string, passwordFile: string): string[] {
  return [
    `--pgdata=${folder}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
  ]
}

function run(program: string, args: readonly string[], owner: Programs['owner']): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      cwd: '/',
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
      ...owner,
    })
    let complaint = ''
    child.stderr.on('data', (chunk: Buffer) => {
      complaint += chunk.toString('utf8')
    })
    child.on('error', fail)
    child.on('close', (code) => {
      if (code === 0) done()
      else fail(new Error(`PostgreSQL could not make its folder: ${complaint.trim()}`))
    })
  })
}
