import type { Sent } from './channel.ts'
import { keyOf, type MemoryWorld, type StoredMessage } from './memory-world.ts'
import type { DeliveryState, Outgoing, ThreadMessage } from './message.ts'
import { claimLasts, type Thread } from './thread.ts'

/** How far along each state is. The last three are ends: nothing follows them. */
const ranks = {
  queued: 0,
  sending: 1,
  sent: 2,
  delivered: 3,
  read: 4,
  failed: 5,
  unknown: 5,
} as const

export function memoryThread(world: MemoryWorld): Thread {
  /** When each message was last claimed, by id. */
  const claims = new Map<string, Date>()
  const all = () => [...world.messages.values()]
  const change = (message: StoredMessage, news: Partial<StoredMessage>) =>
    world.messages.set(message.id, { ...message, ...news })

  return {
    async ofPerson(personId) {
      return all()
        .filter((message) => message.personId === personId)
        .map(shown)
    },
    async ofAddress(channel, address, after) {
      return all()
        .filter((message) => message.channel === channel && message.address === address)
        .filter((message) => message.position > after)
        .slice(0, 200)
        .map(shown)
    },
    async claim(messageId, now) {
      const message = world.messages.get(messageId)
      if (message?.delivery === 'sending') {
        const busyUntil = new Date((claims.get(messageId)?.getTime() ?? 0) + claimLasts)
        if (busyUntil > now) return { busyUntil }
        change(message, { delivery: 'unknown' })
      }
      if (message?.delivery !== 'queued') return undefined
      claims.set(messageId, now)
      change(message, { delivery: 'sending' })
      return outgoing(message)
    },
    async settle(messageId, sent) {
      const message = world.messages.get(messageId)
      if (message?.delivery !== 'sending') return
      const externalId = sent.outcome === 'sent' ? sent.externalId : undefined
      const key = keyOf(message.channel, externalId ?? '')
      const delivery = further(settled(sent), world.earlyNews.get(key))
      const segments = sent.outcome === 'sent' ? sent.segments : undefined
      change(message, {
        delivery,
        ...(externalId && { externalId }),
        ...(segments && { segments }),
      })
      world.earlyNews.delete(key)
    },
    async progress(channel, externalId, state) {
      const message = all().find(
        (one) => one.delivery && one.channel === channel && one.externalId === externalId,
      )
      if (message?.delivery) change(message, { delivery: further(message.delivery, state) })
      if (message) return
      const key = keyOf(channel, externalId)
      world.earlyNews.set(key, further(world.earlyNews.get(key) ?? 'queued', state))
    },
  }
}

/** The later of two states. A message that arrived did not fail, whatever comes after. */
function further(from: DeliveryState, to: DeliveryState = from): DeliveryState {
  const isEnd = ranks[from] === 5 || (ranks[from] >= ranks.delivered && ranks[to] === 5)
  return isEnd || ranks[to] < ranks[from] ? from : to
}

function settled(sent: Sent): DeliveryState {
  if (sent.outcome === 'retry') return 'queued'
  return sent.outcome === 'opted-out' ? 'failed' : sent.outcome
}

function shown(message: StoredMessage): ThreadMessage {
  const { inbound: _, isHandled: __, ...line } = message
  return line
}

function outgoing(message: StoredMessage): Outgoing | undefined {
  const { id, personId, channel, address, author, text, choices, at } = message
  if (author === 'person') return undefined
  return { id, personId, channel, address, author, text, choices, createdAt: at }
}
