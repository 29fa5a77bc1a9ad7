import { z } from 'zod'
import type { DeliveryState } from '#bot/ports/message.ts'

/** https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks */
const states: Readonly<Record<string, DeliveryState>> = {
  accepted: 'queued',
  scheduled: 'queued',
  queued: 'queued',
  sending: 'sending',
  sent: 'sent',
  partially_delivered: 'sent',
  delivered: 'delivered',
  read: 'read',
  undelivered: 'failed',
  failed: 'failed',
  canceled: 'failed',
}

const params = z.object({
  MessageSid: z.string().min(1),
  MessageStatus: z.string(),
  To: z.string().optional(),
  ErrorCode: z
    .string()
    .regex(/^\d{1,6}$/)
    .optional()
    .catch(undefined),
})

export type TwilioStatus = {
  readonly externalId: string
  readonly state: DeliveryState
  readonly code?: string
  /** The number that told its operator or Twilio to stop (21610). */
  readonly optedOut?: string
}

/** What became of a message we sent; `undefined` for a status we do not know. */
export function readTwilioStatus(form: unknown): TwilioStatus | undefined {
  const read = params.safeParse(form)
  const state = read.success ? states[read.data.MessageStatus] : undefined
  if (!read.success || state === undefined) return undefined
  const { MessageSid, ErrorCode, To } = read.data
  return {
    externalId: MessageSid,
    state,
    ...(ErrorCode && { code: ErrorCode }),
    ...(ErrorCode === '21610' && To && { optedOut: To }),
  }
}
