import { z } from 'zod'
import type { Inbound } from '#bot/ports/message.ts'
import { clientExternalId } from './activity.ts'

/** More than the inbox keeps, so that a long story is cut there and not refused here. */
const longestText = 20_000

/** What we read of an activity; clients add much more. */
export const postedActivity = z.looseObject({
  type: z.string(),
  name: z.string().optional(),
  text: z.string().max(longestText).optional(),
  value: z.unknown().optional(),
  attachments: z.array(z.unknown()).max(100).optional(),
  channelData: z
    .looseObject({ clientActivityID: z.string().max(200).optional() })
    .nullish()
    .catch(undefined),
})

export type ReadActivity =
  | { readonly kind: 'message'; readonly inbound: Inbound }
  /** Typing and other news that nobody answers. */
  | { readonly kind: 'ignored' }
  | { readonly kind: 'malformed'; readonly problem: string }

/**
 * An activity as a message. A client that sends `channelData.clientActivityID` (Web Chat does) may
 * send again after a lost answer: it is accepted once. The event `start` opens the conversation.
 */
export function readActivity(
  conversationId: string,
  body: unknown,
  newId: () => string,
): ReadActivity {
  const read = postedActivity.safeParse(body)
  if (!read.success) return { kind: 'malformed', problem: problemOf(read.error) }
  const { type, name, channelData } = read.data
  const base = { channel: 'web', address: conversationId } as const
  if (type === 'event' && name === 'start') {
    const externalId = `start:${conversationId}`
    return { kind: 'message', inbound: { ...base, externalId, text: '', attachments: 0 } }
  }
  if (type !== 'message') return { kind: 'ignored' }
  const clientActivityId = channelData?.clientActivityID
  return {
    kind: 'message',
    inbound: {
      ...base,
      externalId: clientActivityId
        ? clientExternalId(conversationId, clientActivityId)
        : `${conversationId}#${newId()}`,
      text: wordsOf(read.data),
      attachments: read.data.attachments?.length ?? 0,
    },
  }
}

/** A pressed button may come as `value` only (postBack). */
function wordsOf(activity: z.infer<typeof postedActivity>): string {
  const words = activity.text ?? (typeof activity.value === 'string' ? activity.value : '')
  return words.slice(0, longestText).replaceAll('\u0000', '').toWellFormed()
}

/** Names the fields, never what was in them. */
function problemOf(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.code}`).join(', ')
}
