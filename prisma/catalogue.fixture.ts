import type pg from 'pg'

/**
 * What one PostgreSQL schema holds, one line for each column, index and constraint, without its name:
 * two schemas with the same lines are the same.
 */
export async function catalogue(client: pg.Client, schema: string): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(
    `SELECT concat_ws(' ', 'column', table_name, column_name, data_type, udt_name, is_nullable,
                      datetime_precision, regexp_replace(column_default, '''.*\\.?"?(\\w+)"?''', '\\1'))
              AS line
       FROM information_schema.columns WHERE table_schema = $1 AND table_name <> '_prisma_migrations'
     UNION ALL
     SELECT replace(indexdef, ' ON ' || $1 || '.', ' ON ')
       FROM pg_indexes WHERE schemaname = $1 AND tablename <> '_prisma_migrations'
     UNION ALL
     SELECT concat_ws(' ', 'constraint', conrelid::regclass, conname, pg_get_constraintdef(oid))
       FROM pg_constraint
      WHERE connamespace = $1::regnamespace AND contype <> 'n'
        AND conrelid IS DISTINCT FROM to_regclass($1 || '._prisma_migrations')
     ORDER BY 1`,
    [schema],
  )
  return rows.map(({ line }) => line.replaceAll(`${schema}.`, ''))
}

/** The same lines for a schema made from a script, which is dropped again. */
export async function catalogueOf(client: pg.Client, script: string): Promise<string[]> {
  const schema = 'as_the_schema_says'
  await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`)
  await client.query(`CREATE SCHEMA ${schema}`)
  try {
    await client.query(`SET search_path = ${schema}`)
    await client.query(script)
    return await catalogue(client, schema)
  } finally {
    await client.query('SET search_path = public')
    await client.query(`DROP SCHEMA ${schema} CASCADE`)
  }
}
