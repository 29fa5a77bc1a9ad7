import { type ChildProcess, spawn } from 'node:child_process'
import { chown, mkdir, open, readFile, realpath } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { lockFolder } from './folder-lock.ts'
import { type Log, silent } from './log.ts'
import { endOrphan, endServer } from './orphan-postmaster.ts'
import { type Cluster, openCluster, superuser } from './postgres-cluster.ts'
import { findPrograms, type Programs } from './postgres-programs.ts'
import { startOf } from './process-identity.ts'

export type EmbeddedPostgres = {
  /** With the password: for this process only, never for a log. */
  readonly url: string
  stop(): Promise<void>
}

const database = 'raconte'

/**
 * Starts the PostgreSQL that lives in a data folder, and makes it the first time. It listens on
 * 127.0.0.1 only, on a port chosen at each start, with a random password kept in the folder. One
 * process per folder: the second is refused. After `kill -9` the next start finds what was committed.
 */
export async function startEmbeddedPostgres(
  dataDir: string,
  log: Log = silent,
): Promise<EmbeddedPostgres> {
  await mkdir(dataDir, { recursive: true })
  const home = await realpath(dataDir)
  const unlock = await lockFolder(join(home, 'raconte.lock'), home)
  try {
    const programs = await findPrograms()
    const cluster = await openCluster(home, programs)
    const orphan = await endOrphan(cluster.folder)
    if (orphan !== 'none') log.warn('the last stop was not clean; the database recovers by itself')
    const { url, pid } = await startServer(home, cluster, programs)
    const endNow = () => {
      if (startOf(pid)) process.kill(pid, 'SIGINT')
    }
    process.once('exit', endNow)
    return {
      url,
      async stop() {
        process.off('exit', endNow)
        await endServer(pid)
        await unlock()
      },
    }
  } catch (error) {
    await unlock()
    throw error
  }
}

/** Tries three ports: between choosing and listening, another program may take one. */
async function startServer(
  home: string,
  cluster: Cluster,
  programs: Programs,
): Promise<{ url: string; pid: number }> {
  const logFile = join(home, 'postgres.log')
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort()
    const child = await spawnServer(logFile, port, cluster, programs)
    const url = (name: string) =>
      `postgresql://${superuser}:${cluster.password}@127.0.0.1:${port}/${name}`
    const isUp = await waitUntilUp(child, url)
    if (isUp && child.pid) return { url: url(database), pid: child.pid }
    if (attempt < 3 && (await tail(logFile)).includes('Address already in use')) continue
    if (child.pid) await endServer(child.pid)
    throw new Error(`the embedded PostgreSQL did not start; its last words: ${await tail(logFile)}`)
  }
}

async function spawnServer(
  logFile: string,
  port: number,
  { folder }: Cluster,
  { postgres, owner }: Programs,
): Promise<ChildProcess> {
  const output = await open(logFile, 'w', 0o600)
  if (owner) await chown(logFile, owner.uid, owner.gid)
  const child = spawn(postgres, ['-D', folder, '-p', String(port), ...settings.flatMap(flag)], {
    // Its own group: Ctrl-C in the terminal is for Raconte, which stops it last.
    detached: true,
    stdio: ['ignore', output.fd, output.fd],
    cwd: '/',
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
    ...owner,
  })
  child.on('error', () => undefined)
  child.unref()
  await output.close()
  return child
}

/** Nothing that people wrote gets into the log: no statement, no detail of an error. */
const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
  'timezone=UTC',
  'log_timezone=UTC',
]

function flag(setting: string): string[] {
  return ['-c', setting]
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer()
    server.on('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        if (address && typeof address === 'object') done(address.port)
        else fail(new Error('a listening server has an address'))
      })
    })
  })
}

/** Up to 60 s, because replaying the journal after a crash may take long. */
async function waitUntilUp(child: ChildProcess, url: (name: string) => string): Promise<boolean> {
  for (const end = Date.now() + 60_000; Date.now() < end; await wait(20)) {
    if (child.exitCode !== null || child.signalCode !== null || !child.pid) return false
    if (await answers(url(database))) return true
    if (await answers(url('postgres'), `CREATE DATABASE ${database}`)) return true
  }
  return false
}

async function answers(url: string, statement = 'SELECT 1'): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query(statement)
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function tail(logFile: string): Promise<string> {
  return (await readFile(logFile, 'utf8').catch(() => '')).slice(-1000).trim()
}
