import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from './client/client.ts'
import type { Log } from './log.ts'

export type Database = PrismaClient

/**
 * A pool of ten connections. Nothing waits without limit: 5 s for a connection, 30 s for a statement.
 * Dates are UTC whatever the server's zone.
 */
export function openDatabase(
  url: string,
  log: Log,
): { database: Database; close(): Promise<void> } {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5000,
    application_name: 'raconte',
    options:
      '-c TimeZone=UTC -c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000',
  })
  // A pool that nobody listens to ends the process when the server closes an idle connection.
  pool.on('error', () => log.warn('a database connection was lost'))
  const adapter = new PrismaPg(pool, { statementNameGenerator: ({ sql }) => nameOf(sql) })
  const database = new PrismaClient({
    adapter,
    errorFormat: 'minimal',
    transactionOptions: { maxWait: 10_000, timeout: 30_000 },
  })
  return {
    database,
    async close() {
      await database.$disconnect()
      await pool.end()
    },
  }
}

const names = new Map<string, string>()

/** Statements are few and planned once per connection; their text is fixed, so the map stays small. */
function nameOf(sql: string): string {
  const known = names.get(sql)
  if (known) return known
  const name = createHash('sha256').update(sql).digest('hex').slice(0, 32)
  if (names.size < 1000) names.set(sql, name)
  return name
}
