import type { Conversation, TurnCommit } from '#bot/ports/conversation-store.ts'
import type { Outgoing } from '#bot/ports/message.ts'
import { told } from '#portfolio/field.ts'
import { Prisma } from './client/client.ts'
import { isNextDraft, upsertDraft } from './draft-rows.ts'
import { fold } from './fold.ts'
import { insertJobs } from './outbox-rows.ts'
import { jsonText, storable } from './stored-json.ts'

/**
 * One statement that writes a whole turn when it is the next one, and nothing otherwise: every part
 * depends on `turn`, which has a row only then. Answers that row. The person must be locked.
 */
export function writeTurn(turn: TurnCommit): Prisma.Sql {
  const { conversation, draft, handled, events, alerts, jobs, outgoing } = turn
  const { personId, version } = conversation
  return Prisma.sql`
    WITH turn AS (
      SELECT person.id, person.structure_id FROM person
        LEFT JOIN conversation ON conversation.person_id = person.id
       WHERE person.id = ${personId} AND coalesce(conversation.version, 0) = ${version} - 1
         ${draft ? Prisma.sql`AND ${isNextDraft(draft)}` : Prisma.empty}
    ), kept AS (${upsertConversation(conversation)}),
    shown AS (${updateCard(conversation)}),
    heard AS (
      UPDATE message SET handled_at = now() FROM turn
       WHERE message.id = ANY(${[...handled]}::text[]) AND message.person_id = turn.id
         AND direction = 'in' AND handled_at IS NULL
    ), said AS (${insertMessages(outgoing)}),
    logged AS (
      INSERT INTO event (person_id, turn, type, data)
      SELECT turn.id, ${version}, row.type, row.data
        FROM turn, ROWS FROM (jsonb_to_recordset(${jsonText(events)}::jsonb)
               AS (type text, data jsonb)) WITH ORDINALITY AS row
       ORDER BY row.ordinality
    ), alarmed AS (
      INSERT INTO alert (id, person_id, structure_id, level, kind, message_id, at)
      SELECT row.id, turn.id, turn.structure_id, row.level, row.kind, row."messageId", row.at
        FROM turn, jsonb_to_recordset(${jsonText(alerts)}::jsonb)
               AS row(id text, level int, kind text, "messageId" text, at timestamptz)
      ON CONFLICT (id) DO NOTHING
    ), queued AS (${insertJobs(jobs, Prisma.sql`, turn`)})
    ${draft ? Prisma.sql`, drafted AS (${upsertDraft(draft, Prisma.sql`turn`)})` : Prisma.empty}
    SELECT turn.id, ${notices(outgoing)} AS told FROM turn`
}

function upsertConversation({ version, interview, record, previous }: Conversation) {
  return Prisma.sql`
    INSERT INTO conversation (person_id, version, interview, record, previous)
    SELECT id, ${version}, ${jsonText(interview)}::jsonb, ${jsonText(record)}::jsonb,
           ${previous ? jsonText(previous) : null}::jsonb
      FROM turn
    ON CONFLICT (person_id) DO UPDATE
      SET version = excluded.version, interview = excluded.interview, record = excluded.record,
          previous = excluded.previous, updated_at = now()`
}

function updateCard({ interview, record }: Conversation) {
  const [first, last] = [told(record.firstName), told(record.lastName)]
  const names = fold([first, last].filter(Boolean).join(' '))
  return Prisma.sql`
    UPDATE person SET first_name = ${first === undefined ? null : storable(first)},
                      names = ${storable(names)},
                      stage = ${interview.stage}, mode = ${interview.mode}
      FROM turn WHERE person.id = turn.id`
}

function insertMessages(outgoing: readonly Outgoing[]) {
  return Prisma.sql`
    INSERT INTO message (id, direction, person_id, channel, address, author, text, choices, masked,
                         at, delivery)
    SELECT row.id, 'out', turn.id, row.channel, row.address, row.author, row.text, row.choices,
           '{}', row."createdAt", 'queued'
      FROM turn, ROWS FROM (jsonb_to_recordset(${jsonText(outgoing)}::jsonb)
             AS (id text, channel text, address text, author text, text text, choices text[],
                 "createdAt" timestamptz)) WITH ORDINALITY AS row
     ORDER BY row.ordinality
    ON CONFLICT (id) DO NOTHING`
}

/** Wakes whoever watches an address, when the transaction is on disk. */
function notices(outgoing: readonly Outgoing[]) {
  return Prisma.sql`(
    SELECT count(pg_notify('raconte_message', json_build_object(
             'personId', turn.id, 'channel', row.channel, 'address', row.address)::text))::int
      FROM (SELECT DISTINCT channel, address
              FROM jsonb_to_recordset(${jsonText(outgoing)}::jsonb)
                AS each(channel text, address text)) AS row)`
}
