import {
  type ChannelName,
  channelNames,
  type DeliveryState,
  type InboxMessage,
  type Outgoing,
  type ThreadMessage,
} from '#bot/ports/message.ts'
import type { Message } from './client/client.ts'

export function inboxMessage(row: Message): InboxMessage {
  const { id, personId, address, text, attachments, masked, at } = row
  const optOut = oneOf(['stop', 'start', 'help'] as const, row.optOut)
  return {
    id,
    personId,
    channel: channelOf(row),
    address,
    text,
    attachments,
    ...(optOut && { optOut }),
    masked,
    receivedAt: at,
  }
}

export function threadMessage(row: Message): ThreadMessage {
  const { id, personId, address, text, choices, at, segments } = row
  const delivery = oneOf(deliveryStates, row.delivery)
  return {
    id,
    personId,
    channel: channelOf(row),
    address,
    author: oneOf(['robot', 'counsellor'] as const, row.author) ?? 'person',
    text,
    choices,
    at,
    position: Number(row.position),
    ...(row.externalId !== null && { externalId: row.externalId }),
    ...(delivery && { delivery }),
    ...(segments !== null && { segments }),
  }
}

export function outgoingMessage(row: Message): Outgoing {
  const { id, personId, address, text, choices, at } = row
  return {
    id,
    personId,
    channel: channelOf(row),
    address,
    author: oneOf(['counsellor'] as const, row.author) ?? 'robot',
    text,
    choices,
    createdAt: at,
  }
}

const deliveryStates: readonly DeliveryState[] = [
  'queued',
  'sending',
  'sent',
  'delivered',
  'read',
  'failed',
  'unknown',
]

/** The value as one of the words that the column may hold; `undefined` when it is none of them. */
export function oneOf<Word extends string>(
  words: readonly Word[],
  value: string | null,
): Word | undefined {
  return words.find((word) => word === value)
}

export function channelOf({ channel }: { channel: string }): ChannelName {
  const known = oneOf(channelNames, channel)
  if (!known) throw new Error(`the database names a channel that does not exist: ${channel}`)
  return known
}
