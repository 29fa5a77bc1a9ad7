import { createHash } from 'node:crypto'
import type { Database } from './database.ts'

/**
 * A short name that no other database has and that all processes of this one agree on, whatever name
 * they call its server by: what they keep elsewhere (jobs in a Redis) goes under it.
 */
export async function installationOf(database: Database): Promise<string> {
  const [row] = await database.$queryRaw<{ place: string }[]>`
    SELECT system_identifier || '/' || (SELECT oid FROM pg_database WHERE datname = current_database())
           AS place
      FROM pg_control_system()`
  return createHash('sha256')
    .update(row?.place ?? '')
    .digest('hex')
    .slice(0, 12)
}
