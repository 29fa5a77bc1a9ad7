import pg from 'pg'

/**
 * Empties every table of a test database but the history of migrations; rows go faster than files,
 * which `TRUNCATE` makes anew. As superuser, because a trigger refuses to empty the audit log.
 */
export async function emptyBase(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ script: string }>(`
    SELECT string_agg('DELETE FROM ' || quote_ident(tablename), '; ') AS script FROM pg_tables
     WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`)
  await client.query('SET session_replication_role = replica')
  await client.query(rows[0]?.script ?? '')
  await client.query('SET session_replication_role = DEFAULT')
}

export async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** Changes one row of the audit log behind the back of its trigger. */
export async function tamperWith(client: pg.Client, position: number): Promise<void> {
  await client.query('SET session_replication_role = replica')
  await client.query(`UPDATE audit_log SET actor = 'jo' WHERE position = $1`, [position])
  await client.query('SET session_replication_role = DEFAULT')
}
