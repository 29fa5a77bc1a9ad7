import type { Conversation, ConversationStore, TurnEvent } from '#bot/ports/conversation-store.ts'
import type { Address } from '#bot/ports/message.ts'
import type { Conversation as Row } from './client/client.ts'
import { writeTurn } from './commit-turn.ts'
import type { Database } from './database.ts'
import { lockAddresses, lockPerson } from './locks.ts'
import { channelOf, inboxMessage } from './message-rows.ts'
import { optedOut } from './opt-outs.ts'
import { fromJson } from './stored-json.ts'

export function prismaConversationStore(database: Database): ConversationStore {
  return {
    async load(personId) {
      // First the conversation, then what waits: a turn committed in between makes ours stale. The
      // other way round, it would be heard twice.
      const row = await database.conversation.findUnique({ where: { personId } })
      const [pending, reachableAt] = await Promise.all([
        database.message.findMany({
          where: { personId, direction: 'in', handledAt: null },
          orderBy: { position: 'asc' },
        }),
        lastAddress(database, personId),
      ])
      const isOut = await optedOut(database, reachableAt ? [reachableAt] : [])
      return {
        conversation: row ? conversationOf(row) : undefined,
        pending: pending.map(inboxMessage),
        reachableAt,
        hasOptedOut: isOut.size > 0,
      }
    },
    async commit(turn) {
      const [, , rows] = await database.$transaction([
        database.$executeRaw(lockAddresses(turn.outgoing)),
        database.$queryRaw(lockPerson(turn.conversation.personId)),
        database.$queryRaw<{ id: string }[]>(writeTurn(turn)),
      ])
      return rows.length ? 'saved' : 'stale'
    },
    async events(personId) {
      const rows = await database.event.findMany({ where: { personId }, orderBy: { id: 'asc' } })
      return rows.map(({ type, data, at, turn }) => ({
        type,
        data: fromJson<TurnEvent['data']>(data),
        at,
        turn,
      }))
    },
  }
}

async function lastAddress(database: Database, personId: string): Promise<Address | undefined> {
  const row = await database.person.findUnique({
    where: { id: personId },
    select: { lastChannel: true, lastAddress: true },
  })
  return row
    ? { channel: channelOf({ channel: row.lastChannel }), address: row.lastAddress }
    : undefined
}

function conversationOf({ personId, version, interview, record, previous }: Row): Conversation {
  return {
    personId,
    version,
    interview: fromJson(interview),
    record: fromJson(record),
    ...(previous !== null && { previous: fromJson(previous) }),
  }
}
