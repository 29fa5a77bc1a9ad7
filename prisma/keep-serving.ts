import { setTimeout as wait } from 'node:timers/promises'
import type { Log } from './log.ts'
import { endServer } from './orphan-postmaster.ts'
import type { PostgresServer } from './postgres-server.ts'
import { startOf } from './process-identity.ts'

/** Starts the server; `again` after it died, at the port it had, until `signal`. */
type Start = (again?: {
  readonly port: number
  readonly signal: AbortSignal
}) => Promise<PostgresServer>

/** A server that lived that long, in ms, did not die of being started. */
const settled = 60_000

/**
 * A server that is started again whenever it ends by itself (killed, out of memory, a crash): after
 * 0.1 s, then 0.2 s … up to 10 s when it does not hold. Its address never changes, so whoever was
 * connected finds it again. It ends with this process, and `stop` ends it cleanly.
 */
export async function keepServing(
  start: Start,
  log: Log,
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  let server = await start()
  const { url, port } = server
  const stopping = new AbortController()
  const { signal } = stopping
  let restart: Promise<void> | undefined
  let failures = 0

  const watch = () => {
    const since = Date.now()
    const ended = () => {
      if (signal.aborted) return
      if (Date.now() - since > settled) failures = 0
      log.warn('the embedded PostgreSQL ended by itself; it is being started again')
      restart = startAgain()
    }
    if (server.child.exitCode === null && server.child.signalCode === null)
      server.child.once('exit', ended)
    else ended()
  }
  const startAgain = async (): Promise<void> => {
    while (!signal.aborted) {
      await wait(Math.min(10_000, 100 * 2 ** failures), undefined, { signal }).catch(() => {})
      failures += 1
      if (signal.aborted) return
      try {
        server = await start({ port, signal })
        log.warn('the embedded PostgreSQL is back')
        return watch()
      } catch {
        log.warn('the embedded PostgreSQL did not start again; see postgres.log in DATA_DIR')
      }
    }
  }
  const endNow = () => {
    if (startOf(server.pid)) process.kill(server.pid, 'SIGINT')
  }

  process.once('exit', endNow)
  watch()
  return {
    url,
    async stop() {
      process.off('exit', endNow)
      stopping.abort()
      await restart
      await endServer(server.pid)
    },
  }
}
