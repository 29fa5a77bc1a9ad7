/**
 * Channels differ in what they can show, never in what is said. A new channel adds its name here and
 * a folder under `bot/channels/`.
 */
export const channelNames = ['sms', 'web', 'bot-framework', 'terminal'] as const
export type ChannelName = (typeof channelNames)[number]

/** Where a person can be reached: a phone number in E.164, a web conversation id … */
export type Address = { readonly channel: ChannelName; readonly address: string }

/** What a provider handed us, translated. Not yet stored, not yet masked. */
export type Inbound = Address & {
  /** The provider's id of this message; (channel, externalId) is accepted once, for ever. */
  readonly externalId: string
  readonly text: string
  /** How many pictures, sounds or files came with it. We never fetch them. */
  readonly attachments: number
  /** The provider already handled an opt-out word (Twilio's OptOutType). */
  readonly optOut?: 'stop' | 'start' | 'help'
  /** For channels that answer in place (Bot Framework): what `send` needs, as JSON. */
  readonly returnPath?: string
}

/** A message of the person as kept in the inbox: verbatim, except what must never be stored. */
export type InboxMessage = Address & {
  readonly id: string
  readonly personId: string
  readonly text: string
  readonly attachments: number
  readonly optOut?: 'stop' | 'start' | 'help'
  /** Kinds of private numbers masked before storing: `nir`, `card`, `iban`. */
  readonly masked: readonly string[]
  readonly receivedAt: Date
}

/** What a person reads. `choices` are buttons where the channel has them, numbered lines elsewhere. */
export type Bubble = {
  readonly text: string
  readonly choices: readonly string[]
}

/**
 * A bubble on its way to one address. Sent once or flagged `unknown`, never blindly sent again:
 * providers have no idempotency key for SMS.
 */
export type Outgoing = Address &
  Bubble & {
    readonly id: string
    readonly personId: string
    readonly author: 'robot' | 'counsellor'
    readonly createdAt: Date
  }

/** Only moves to the right, whatever the order of callbacks; `failed` and `unknown` are ends. */
export type DeliveryState =
  | 'queued'
  | 'sending'
  | 'sent'
  | 'delivered'
  | 'read'
  | 'failed'
  | 'unknown'

/** One line of a thread, as pages show it. */
export type ThreadMessage = Bubble & {
  readonly id: string
  readonly personId: string
  readonly channel: ChannelName
  readonly address: string
  readonly author: 'person' | 'robot' | 'counsellor'
  readonly at: Date
  /** Grows by one with every message of the installation: the watermark of Direct Line. */
  readonly position: number
  /** The provider's or client's id of the message, once it has one. */
  readonly externalId?: string
  readonly delivery?: DeliveryState
  /** SMS segments of an outgoing message. */
  readonly segments?: number
}
