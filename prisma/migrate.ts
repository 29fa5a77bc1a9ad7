import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'

type Migration = { readonly name: string; readonly sql: string; readonly checksum: string }

const folder = new URL('./migrations/', import.meta.url)

/** The same key for every process, so that one migrates while the others wait. */
const lockKey = 7_261_830_917

/**
 * Brings a database up to date and answers the names of what was applied, in order. Each migration is
 * one transaction, noted in Prisma's own table, so that `prisma migrate deploy` continues from here.
 * Refuses a database whose history differs from the folder.
 */
export async function migrate(
  url: string,
  migrations: readonly Migration[] | undefined = undefined,
): Promise<string[]> {
  const wanted = migrations ?? (await readMigrations())
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lockKey])
    await client.query(historyTable)
    const done = await history(client)
    const missing = wanted.filter((migration) => isMissing(migration, done))
    for (const migration of missing) await apply(client, migration)
    return missing.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

/** The migrations of the folder, oldest first. */
export async function readMigrations(): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => {
      const bytes = await readFile(new URL(`${name}/migration.sql`, folder))
      const checksum = createHash('sha256').update(bytes).digest('hex')
      return { name, sql: bytes.toString('utf8'), checksum }
    }),
  )
}

/** As Prisma 7 makes it. */
const historyTable = `
  CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    id VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum VARCHAR(64) NOT NULL,
    finished_at TIMESTAMPTZ,
    migration_name VARCHAR(255) NOT NULL,
    logs TEXT,
    rolled_back_at TIMESTAMPTZ,
    started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`

type Done = Map<string, { checksum: string; isFinished: boolean }>

async function history(client: pg.Client): Promise<Done> {
  const { rows } = await client.query<{ name: string; checksum: string; finished: boolean }>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
       FROM "_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY started_at`,
  )
  return new Map(
    rows.map(({ name, checksum, finished }) => [name, { checksum, isFinished: finished }]),
  )
}

function isMissing({ name, checksum }: Migration, done: Done): boolean {
  const before = done.get(name)
  if (!before) return true
  if (!before.isFinished)
    throw new Error(`the migration ${name} failed half-way: see « prisma migrate resolve »`)
  if (before.checksum !== checksum)
    throw new Error(`the migration ${name} was changed after it was applied to this database`)
  return false
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(sql)
    await client.query(
      `INSERT INTO "_prisma_migrations"
         (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query('COMMIT')
  } catch (cause) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw new Error(`the migration ${name} does not apply to this database`, { cause })
  }
}
