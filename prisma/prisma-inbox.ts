import { randomUUID } from 'node:crypto'
import type { Inbox } from '#bot/ports/inbox.ts'
import type { OutboxJob } from '#bot/ports/jobs.ts'
import { Prisma } from './client/client.ts'
import type { Database } from './database.ts'
import { lockAddresses, lockKeys } from './locks.ts'
import { inboxMessage } from './message-rows.ts'
import { storable } from './stored-json.ts'

type Heard = Parameters<Inbox['accept']>[0]
type Row = {
  readonly outcome: 'accepted' | 'known'
  readonly id: string
  readonly personId: string
}

export function prismaInbox(database: Database): Inbox {
  return {
    async accept(message, answerAt) {
      const { outcome, id, personId } = await write(database, message, answerAt)
      const jobId = `receive:${id}`
      const kept =
        outcome === 'known' &&
        (await database.outbox.findUnique({ where: { id: jobId }, select: { notBefore: true } }))
      const notBefore = kept ? kept.notBefore : answerAt
      const job: OutboxJob = { id: jobId, name: 'receive', payload: { personId }, notBefore }
      return { outcome, messageId: id, personId, job }
    },
    async returnPath(channel, address) {
      const row = await database.personAddress.findUnique({
        where: { channel_address: { channel, address } },
      })
      return row?.returnPath ?? undefined
    },
    async find(messageId) {
      const row = await database.message.findUnique({ where: { id: messageId, direction: 'in' } })
      return row ? inboxMessage(row) : undefined
    },
  }
}

/** Tries again when the same message came through another address, or nobody made a structure yet. */
async function write(database: Database, message: Heard, answerAt: Date): Promise<Row> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const [, rows] = await database.$transaction([
      database.$executeRaw(lockAddresses([message])),
      database.$queryRaw<Row[]>(accepted(message, answerAt)),
    ])
    if (rows[0]) return rows[0]
    await receptionStructure(database)
  }
  throw new Error('a message was neither stored nor known')
}

/** Somebody may write before anybody made a structure: they are received all the same. */
async function receptionStructure(database: Database): Promise<void> {
  await database.$transaction([
    database.$executeRaw(lockKeys(['first structure'])),
    database.$executeRaw`
      INSERT INTO structure (id, name) SELECT ${randomUUID()}, 'Accueil'
       WHERE NOT EXISTS (SELECT FROM structure)`,
  ])
}

/**
 * One statement: find the message or its person, make them, add the job. The foreign keys between
 * its parts are checked at its end.
 */
function accepted(message: Heard, answerAt: Date) {
  const { channel, address, attachments, optOut, returnPath, receivedAt } = message
  const externalId = storable(message.externalId)
  const at = receivedAt.toISOString()
  return Prisma.sql`
    WITH known AS (
      SELECT id, person_id FROM message
       WHERE direction = 'in' AND channel = ${channel} AND external_id = ${externalId}
    ), behind AS (
      SELECT person_id AS id FROM person_address
       WHERE channel = ${channel} AND address = ${address}
    ), stranger AS (
      INSERT INTO person (id, structure_id, created_at, last_wrote_at, last_channel, last_address)
      SELECT ${randomUUID()}, id, ${at}::timestamptz, ${at}::timestamptz, ${channel}, ${address}
        FROM (SELECT id FROM structure ORDER BY position LIMIT 1) AS home
       WHERE NOT EXISTS (SELECT FROM known) AND NOT EXISTS (SELECT FROM behind)
      RETURNING id
    ), who AS (
      SELECT id FROM behind UNION ALL SELECT id FROM stranger
    ), here AS (
      INSERT INTO person_address (channel, address, person_id, return_path)
      SELECT ${channel}, ${address}, id, ${returnPath ?? null} FROM who
       WHERE NOT EXISTS (SELECT FROM known)
      ON CONFLICT (channel, address) DO UPDATE
        SET return_path = coalesce(excluded.return_path, person_address.return_path)
    ), said AS (
      INSERT INTO message (id, direction, person_id, channel, address, author, external_id, text,
                           attachments, opt_out, masked, at)
      SELECT ${randomUUID()}, 'in', id, ${channel}, ${address}, 'person', ${externalId},
             ${storable(message.text)}, ${attachments}, ${optOut ?? null},
             ${[...message.masked]}::text[], ${at}::timestamptz
        FROM who WHERE NOT EXISTS (SELECT FROM known)
      ON CONFLICT (direction, channel, external_id) DO NOTHING
      RETURNING id, person_id
    ), wrote AS (
      UPDATE person SET last_wrote_at = ${at}::timestamptz, last_channel = ${channel},
                        last_address = ${address}
        FROM said WHERE person.id = said.person_id
    ), job AS (
      INSERT INTO outbox (id, name, payload, subject, not_before)
      SELECT 'receive:' || id, 'receive', jsonb_build_object('personId', person_id), person_id,
             ${answerAt.toISOString()}::timestamptz
        FROM said
      ON CONFLICT (id) DO NOTHING
    )
    SELECT 'accepted' AS outcome, id, person_id AS "personId",
           ${channel === 'web' ? notice(message) : Prisma.sql`NULL`} AS told
      FROM said
    UNION ALL SELECT 'known', id, person_id, NULL FROM known`
}

/** The person's own words come back to the other windows of a web chat. */
function notice({ channel, address }: Heard) {
  return Prisma.sql`pg_notify('raconte_message', json_build_object(
    'personId', person_id, 'channel', ${channel}::text, 'address', ${address}::text)::text)::text`
}
