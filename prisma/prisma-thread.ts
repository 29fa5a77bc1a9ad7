import type { Sent } from '#bot/ports/channel.ts'
import type { DeliveryState } from '#bot/ports/message.ts'
import { claimLasts, type Thread } from '#bot/ports/thread.ts'
import { Prisma } from './client/client.ts'
import type { Database } from './database.ts'
import { lockKeys } from './locks.ts'
import { outgoingMessage, threadMessage } from './message-rows.ts'

/** The states that each state may follow; what is not here is late news. */
const comesAfter: Readonly<Record<DeliveryState, readonly DeliveryState[]>> = {
  queued: [],
  sending: ['queued'],
  sent: ['queued', 'sending'],
  delivered: ['queued', 'sending', 'sent'],
  read: ['queued', 'sending', 'sent', 'delivered'],
  failed: ['queued', 'sending', 'sent'],
  unknown: ['queued', 'sending', 'sent'],
}

export function prismaThread(database: Database): Thread {
  return {
    async ofPerson(personId) {
      const rows = await database.message.findMany({
        where: { personId },
        orderBy: { position: 'asc' },
      })
      return rows.map(threadMessage)
    },
    async ofAddress(channel, address, after) {
      const rows = await database.message.findMany({
        where: { channel, address, position: { gt: after } },
        orderBy: { position: 'asc' },
        take: 200,
      })
      return rows.map(threadMessage)
    },
    async claim(messageId, now) {
      const stale = new Date(now.getTime() - claimLasts)
      // One statement: whoever waited for the row sees what the first left.
      const [row] = await database.$queryRaw<{ delivery: string }[]>`
        UPDATE message
           SET delivery = CASE delivery WHEN 'queued' THEN 'sending' ELSE 'unknown' END,
               claimed_at = CASE delivery WHEN 'queued' THEN ${now.toISOString()}::timestamptz
                                          ELSE claimed_at END
         WHERE id = ${messageId}
           AND (delivery = 'queued' OR delivery = 'sending'
                AND coalesce(claimed_at, '-infinity') <= ${stale.toISOString()}::timestamptz)
        RETURNING delivery`
      if (row?.delivery === 'unknown') return undefined
      const message = await database.message.findUnique({ where: { id: messageId } })
      if (row) return message ? outgoingMessage(message) : undefined
      if (message?.delivery !== 'sending' || !message.claimedAt) return undefined
      return { busyUntil: new Date(message.claimedAt.getTime() + claimLasts) }
    },
    async settle(messageId, sent) {
      const message = await database.message.findUnique({ where: { id: messageId } })
      if (message?.delivery !== 'sending') return
      const externalId = sent.outcome === 'sent' ? sent.externalId : undefined
      await database.$transaction([
        database.$executeRaw(lockKeys(externalId ? [newsKey(message.channel, externalId)] : [])),
        database.$executeRaw(settled(messageId, message.channel, sent)),
      ])
    },
    async progress(channel, externalId, state, code) {
      await database.$transaction([
        database.$executeRaw(lockKeys([newsKey(channel, externalId)])),
        database.$executeRaw(progressed({ channel, externalId, state, code: code ?? null })),
      ])
    },
  }
}

/** An answer and a callback about the same message wait for each other. */
function newsKey(channel: string, externalId: string): string {
  return `news ${channel} ${externalId}`
}

function settled(messageId: string, channel: string, sent: Sent): Prisma.Sql {
  const [state, code] = stateAfter(sent)
  const externalId = sent.outcome === 'sent' ? (sent.externalId ?? null) : null
  const segments = sent.outcome === 'sent' ? (sent.segments ?? null) : null
  return Prisma.sql`
    WITH early AS (
      DELETE FROM delivery_news WHERE channel = ${channel} AND external_id = ${externalId}
      RETURNING state, code
    )
    UPDATE message
       SET delivery = coalesce((SELECT state FROM early WHERE state <> 'sending'), ${state}),
           delivery_code = coalesce((SELECT code FROM early), ${code}::text),
           external_id = coalesce(${externalId}, external_id),
           segments = coalesce(${segments}::int, segments)
     WHERE id = ${messageId} AND delivery = 'sending'`
}

function stateAfter(sent: Sent): [DeliveryState, string | null] {
  if (sent.outcome === 'sent') return ['sent', null]
  if (sent.outcome === 'opted-out') return ['failed', 'opted-out']
  return [sent.outcome === 'retry' ? 'queued' : sent.outcome, sent.code]
}

type News = { channel: string; externalId: string; state: DeliveryState; code: string | null }

function progressed({ channel, externalId, state, code }: News): Prisma.Sql {
  const before = [...comesAfter[state]]
  return Prisma.sql`
    WITH ours AS (
      SELECT id FROM message
       WHERE direction = 'out' AND channel = ${channel} AND external_id = ${externalId}
    ), moved AS (
      UPDATE message SET delivery = ${state}, delivery_code = coalesce(${code}, delivery_code)
        FROM ours WHERE message.id = ours.id AND delivery = ANY(${before}::text[])
    ), old AS (
      DELETE FROM delivery_news WHERE at < now() - interval '7 days'
    )
    INSERT INTO delivery_news AS news (channel, external_id, state, code)
    SELECT ${channel}, ${externalId}, ${state}, ${code}::text
     WHERE NOT EXISTS (SELECT FROM ours) AND ${state} <> 'queued'
    ON CONFLICT (channel, external_id) DO UPDATE SET state = excluded.state, code = excluded.code
     WHERE news.state = ANY(${before}::text[])`
}
