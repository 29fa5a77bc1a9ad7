import { mkdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { lockFolder } from './folder-lock.ts'
import { keepServing } from './keep-serving.ts'
import { type Log, silent } from './log.ts'
import { endOrphan } from './orphan-postmaster.ts'
import { openCluster } from './postgres-cluster.ts'
import { findPrograms } from './postgres-programs.ts'
import { startServer } from './postgres-server.ts'

export type EmbeddedPostgres = {
  /** With the password: for this process only, never for a log. */
  readonly url: string
  stop(): Promise<void>
}

/**
 * Starts the PostgreSQL that lives in a data folder, and makes it the first time. It listens on
 * 127.0.0.1 only, on a port chosen at each start, with a random password kept in the folder. One
 * process per folder: the second is refused. After `kill -9` the next start finds what was committed;
 * a server that dies alone is started again at the same address.
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
    const place = { home, cluster, programs }
    const server = await keepServing(async (again) => {
      if (again) await endOrphan(cluster.folder)
      return startServer({ ...place, ...again })
    }, log)
    return {
      url: server.url,
      async stop() {
        await server.stop()
        await unlock()
      },
    }
  } catch (error) {
    await unlock()
    throw error
  }
}
