import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Where the embedded PostgreSQL of a data folder listens while `npm start` runs, or `undefined` when it
 * does not. Only whoever may read the password file gets in. The fourth line of `postmaster.pid` is
 * the port (https://www.postgresql.org/docs/18/storage-file-layout.html); after a kill the file stays,
 * so that the address may be dead.
 */
export async function runningDatabaseUrl(dataDir: string): Promise<string | undefined> {
  const read = (...path: string[]) => readFile(join(dataDir, ...path), 'utf8').catch(() => '')
  const [pid, password] = await Promise.all([
    read('postgres', 'postmaster.pid'),
    read('postgres.password'),
  ])
  const port = Number(pid.split('\n')[3])
  if (!Number.isInteger(port) || port <= 0 || password.trim() === '') return undefined
  return `postgresql://raconte:${password.trim()}@127.0.0.1:${port}/raconte`
}
