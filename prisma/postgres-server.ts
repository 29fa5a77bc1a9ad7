import { type ChildProcess, spawn } from 'node:child_process'
import { type FileHandle, open, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { endServer } from './orphan-postmaster.ts'
import { type Cluster, superuser } from './postgres-cluster.ts'
import type { Programs } from './postgres-programs.ts'

export type ServerPlace = {
  /** Real path of the data folder; the server's log is in it. */
  readonly home: string
  readonly cluster: Cluster
  readonly programs: Programs
}

export type PostgresServer = {
  /** With the password. */
  readonly url: string
  readonly port: number
  readonly pid: number
  readonly child: ChildProcess
}

const database = 'raconte'

/**
 * Starts the server of a cluster and answers when it takes connections. Without a `port` it tries three
 * of them: between choosing and listening, another program may take one.
 */
export async function startServer({
  home,
  cluster,
  programs,
  port: wanted,
  signal,
}: ServerPlace & { port?: number; signal?: AbortSignal }): Promise<PostgresServer> {
  const logFile = join(home, 'postgres.log')
  for (let attempt = 1; ; attempt += 1) {
    const port = wanted ?? (await freePort())
    const output = await open(logFile, wanted ? 'a' : 'w', 0o600)
    const child = await spawnServer(output, port, cluster, programs)
    const url = (name: string) =>
      `postgresql://${superuser}:${cluster.password}@127.0.0.1:${port}/${name}`
    const isUp = await waitUntilUp(child, url, signal)
    if (isUp && child.pid) return { url: url(database), port, pid: child.pid, child }
    const words = await tail(logFile)
    if (!wanted && attempt < 3 && words.includes('Address already in use')) continue
    if (child.pid) await endServer(child.pid)
    throw new Error(`the embedded PostgreSQL did not start; its last words: ${words}`)
  }
}

async function spawnServer(
  output: FileHandle,
  port: number,
  { folder }: Cluster,
  { postgres, owner }: Programs,
): Promise<ChildProcess> {
  if (owner) await output.chown(owner.uid, owner.gid)
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
async function waitUntilUp(
  child: ChildProcess,
  url: (name: string) => string,
  signal?: AbortSignal,
): Promise<boolean> {
  for (const end = Date.now() + 60_000; Date.now() < end && !signal?.aborted; await wait(20)) {
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
