import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts'
import { connect } from './empty-base.fixture.ts'
import type { Log } from './log.ts'
import { endServer } from './orphan-postmaster.ts'
import { startOf } from './process-identity.ts'

describe('the embedded PostgreSQL', () => {
  let dataDir: string
  const servers: EmbeddedPostgres[] = []

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'raconte-embedded-'))
  })

  afterEach(async () => {
    for (const server of servers.splice(0)) await server.stop()
    const orphan = await postmaster()
    if (orphan) await endServer(orphan)
    await rm(dataDir, { recursive: true, force: true })
  })

  const postmaster = async () => {
    const mark = await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '')
    return Number(mark.split('\n')[0])
  }
  const query = async (url: string, statement: string) => {
    const client = await connect(url)
    const { rows } = await client.query(statement)
    await client.end()
    return rows
  }
  const start = async (log?: Log) => {
    const server = await startEmbeddedPostgres(dataDir, log)
    servers.push(server)
    return server
  }

  it('has everything still there after a stop', async () => {
    const first = await startEmbeddedPostgres(dataDir)
    await query(first.url, `CREATE TABLE kept AS SELECT 'écrit'::text AS line`)
    await first.stop()
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false)
    expect(existsSync(join(dataDir, 'raconte.lock'))).toBe(false)

    const second = await start()
    expect(await query(second.url, 'SELECT line FROM kept')).toEqual([{ line: 'écrit' }])
  })

  it('sorts and folds French the same on every machine', async () => {
    const { url } = await start()
    expect(await query(url, `SELECT lower('ÉLISE') AS low, upper('ç') AS up`)).toEqual([
      { low: 'élise', up: 'Ç' },
    ])
  })

  it('refuses a second process on the same folder, and leaves the first alone', async () => {
    const first = await start()
    await expect(startEmbeddedPostgres(dataDir)).rejects.toThrow(
      /autre Raconte \(processus \d+, depuis .*\) utilise le dossier de données/,
    )
    expect(await query(first.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  it('starts once when two start at the same time', async () => {
    const both = await Promise.allSettled([
      startEmbeddedPostgres(dataDir),
      startEmbeddedPostgres(dataDir),
    ])
    const started = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    for (const server of started) await server.stop()
    expect(started).toHaveLength(1)
  })

  it('keeps what was committed when its process is killed, and ends the server left behind', async () => {
    const killed = spawn(process.execPath, [
      fileURLToPath(new URL('./embedded-postgres.fixture.ts', import.meta.url)),
      dataDir,
    ])
    await once(killed.stdout, 'data')
    const orphan = await postmaster()
    killed.kill('SIGKILL')
    await once(killed, 'exit')
    expect(startOf(orphan)).toBeDefined()

    const { url } = await start()
    expect(await query(url, 'SELECT line FROM kept')).toEqual([{ line: 'committed' }])
    expect(startOf(orphan)).toBeUndefined()
  })

  it('recovers when the server was killed too', async () => {
    const first = await startEmbeddedPostgres(dataDir)
    await query(first.url, `CREATE TABLE kept AS SELECT 'écrit'::text AS line`)
    const pid = await postmaster()
    process.kill(pid, 'SIGKILL')
    await expect.poll(() => startOf(pid)).toBeUndefined()
    await first.stop()

    const second = await start()
    expect(await query(second.url, 'SELECT line FROM kept')).toEqual([{ line: 'écrit' }])
  })

  it('starts its server again when it dies alone, at the same address and with everything there', async () => {
    const said: string[] = []
    const note = (line: string) => said.push(line)
    const server = await start({ info: note, warn: note })
    await query(server.url, `CREATE TABLE kept AS SELECT 'écrit'::text AS line`)
    for (const times of [1, 2]) {
      process.kill(await postmaster(), 'SIGKILL')
      await expect
        .poll(() => query(server.url, 'SELECT line FROM kept').catch(() => []), { timeout: 10_000 })
        .toEqual([{ line: 'écrit' }])
      await expect.poll(() => said.filter((line) => line.includes('is back')).length).toBe(times)
    }
  })

  it('takes over the mark of a dead process whose number was given to another', async () => {
    const first = await startEmbeddedPostgres(dataDir)
    await first.stop()
    const dead = { pid: process.pid, start: 'long ago', since: '2026-11-01T00:00:00.000Z' }
    await writeFile(join(dataDir, 'raconte.lock'), JSON.stringify(dead))
    await writeFile(join(dataDir, 'postgres', 'postmaster.pid'), `${process.pid}\n`)
    const { url } = await start()
    expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  it('begins again when the machine stopped while the folder was being made', async () => {
    await writeFile(join(dataDir, 'raconte.lock'), '{"pid":')
    await (await startEmbeddedPostgres(dataDir)).stop()
    const { mkdir, rename } = await import('node:fs/promises')
    await mkdir(join(dataDir, 'postgres.new'))
    await rename(join(dataDir, 'postgres', 'base'), join(dataDir, 'postgres.new', 'base'))
    await rm(join(dataDir, 'postgres'), { recursive: true })
    const { url } = await start()
    expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    expect(await readdir(dataDir)).not.toContain('postgres.new')
  })

  it('keeps its password for its owner, and out of the log', async () => {
    const { url } = await start()
    const file = join(dataDir, 'postgres.password')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const password = await readFile(file, 'utf8')
    expect(url).toContain(password)
    await query(url, `SELECT 'un secret'::int`).catch(() => undefined)
    const log = await readFile(join(dataDir, 'postgres.log'), 'utf8')
    expect(log).not.toContain(password)
    const client = connect(url.replace(password, 'guess'))
    await expect(client).rejects.toThrow(/password authentication failed/)
  })

  it('says what is missing when the password file is gone', async () => {
    await (await startEmbeddedPostgres(dataDir)).stop()
    await rm(join(dataDir, 'postgres.password'))
    await expect(startEmbeddedPostgres(dataDir)).rejects.toThrow(/bring the file back/)
  })
})
