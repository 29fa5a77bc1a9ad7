import { z } from 'zod'
import type { Inbound } from '#bot/ports/message.ts'

/**
 * What we read of Twilio's webhook; anything else may be there, and Twilio adds parameters without
 * notice. https://www.twilio.com/docs/messaging/guides/webhook-request
 */
const params = z.object({
  MessageSid: z.string().min(1),
  From: z.string().regex(/^\+[1-9]\d{4,14}$/),
  Body: z.string().default(''),
  NumMedia: z.coerce.number().int().min(0).catch(0),
  OptOutType: z
    .string()
    .transform((kind) => kind.toLowerCase())
    .pipe(z.enum(['stop', 'start', 'help']))
    .optional()
    .catch(undefined),
})

/**
 * Twilio's form parameters as a message. `undefined`: nothing to hear, because a telephone said by
 * itself that somebody liked a message, or because the sender cannot be answered (a service with a
 * name or a short number, another channel).
 */
export function readTwilioMessage(form: unknown): Inbound | undefined {
  const read = params.safeParse(form)
  if (!read.success) return undefined
  const { MessageSid, From, Body, NumMedia, OptOutType } = read.data
  const text = storable(decodeIfBase64(Body))
  if (isReaction(text)) return undefined
  return {
    channel: 'sms',
    address: From,
    externalId: MessageSid,
    text,
    attachments: NumMedia,
    ...(OptOutType && { optOut: OptOutType }),
  }
}

/** PostgreSQL keeps neither NUL nor half a surrogate pair. */
function storable(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed()
}

const quoted = '\\s*(?:["“«]|une (?:image|photo|vidéo)|un (?:message|film|enregistrement))'
const said = [
  'a (?:aimé|adoré|détesté|ri de|mis en évidence|souligné|réagi (?:avec|par) .{1,12}? à)',
  "n['’]a pas aimé",
  "s['’]est interrogée? (?:sur|à propos de)",
  'a retiré (?:un|une|le|la|son) .{1,30}? (?:de|du|sur|à)',
  'liked|loved|disliked|laughed at|emphasized|questioned|reacted .{1,12} to',
  'removed (?:a|an) .{1,24}? from',
  '\\p{Extended_Pictographic}[\\p{Emoji_Modifier}\\u{fe0f}]* (?:à|to)',
].join('|')
const reaction = new RegExp(`^\\u200a?(?:${said})${quoted}`, 'iu')

/**
 * « A aimé “On se voit mardi ?” »: what a telephone writes when a person taps a heart. The quoted
 * message must follow, so that « a aimé le travail en équipe » is still somebody telling something.
 */
function isReaction(text: string): boolean {
  return reaction.test(text.trim())
}

/** Some carriers hand over long messages in base64 (seen by RapidPro's courier). Never shorter ones. */
function decodeIfBase64(body: string): string {
  if (body.length < 60 || body.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(body)) return body
  const decoded = Buffer.from(body, 'base64').toString('utf8')
  return /^[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Z}\n\r]+$/u.test(decoded) && !decoded.includes('\ufffd')
    ? decoded
    : body
}
