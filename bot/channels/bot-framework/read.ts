import { z } from 'zod'
import type { Inbound } from '#bot/ports/message.ts'

/** What we read of an activity that the SDK has authenticated. */
const activity = z.looseObject({
  type: z.string(),
  id: z.string().min(1),
  channelId: z.string().min(1),
  conversation: z.looseObject({ id: z.string().min(1) }),
  text: z.string().nullish(),
  attachments: z.array(z.looseObject({ contentType: z.string().optional() })).nullish(),
})

/**
 * An activity as a message; `undefined` for typing, reactions, joiners and other news. `reference`
 * is what the SDK needs to answer later; it is kept beside the address as JSON.
 *
 * Teams repeats a text as an HTML attachment: it is no picture, and is not counted.
 */
export function readBotActivity(given: unknown, reference: unknown): Inbound | undefined {
  const read = activity.safeParse(given)
  if (!read.success || read.data.type !== 'message') return undefined
  const { id, channelId, conversation, text, attachments } = read.data
  const address = `${channelId}:${conversation.id}`
  const files = (attachments ?? []).filter(({ contentType }) => contentType !== 'text/html')
  return {
    channel: 'bot-framework',
    address,
    externalId: `${address}:${id}`,
    text: (text ?? '').replaceAll('\u0000', '').toWellFormed(),
    attachments: files.length,
    returnPath: JSON.stringify(reference),
  }
}
