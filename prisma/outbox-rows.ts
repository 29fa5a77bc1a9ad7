import type { OutboxJob } from '#bot/ports/jobs.ts'
import { Prisma } from './client/client.ts'
import { jsonText } from './stored-json.ts'

/**
 * `INSERT` of jobs, to stand in a larger statement: an id that exists stays as it is. With `when`, a
 * common table expression of that name must have a row.
 */
export function insertJobs(jobs: readonly OutboxJob[], when: Prisma.Sql = Prisma.empty) {
  const rows = jobs.map(({ id, name, payload, notBefore }) => ({
    id,
    name,
    payload,
    subject: Object.values(payload).find((value) => typeof value === 'string'),
    not_before: notBefore,
  }))
  return Prisma.sql`
    INSERT INTO outbox (id, name, payload, subject, not_before)
    SELECT job.id, job.name, job.payload, job.subject, job.not_before
      FROM ROWS FROM (jsonb_to_recordset(${jsonText(rows)}::jsonb)
             AS (id text, name text, payload jsonb, subject text, not_before timestamptz))
           WITH ORDINALITY AS job ${when}
     ORDER BY job.ordinality
    ON CONFLICT (id) DO NOTHING`
}
