import type { ThreadMessage } from '#bot/ports/message.ts'

/** The part of a Bot Framework activity that we write. */
export type DirectLineActivity = {
  readonly type: 'message'
  readonly id: string
  readonly timestamp: string
  readonly channelId: 'directline'
  readonly conversation: { readonly id: string }
  readonly from: { readonly id: string; readonly name?: string; readonly role: 'bot' | 'user' }
  readonly text: string
  readonly textFormat: 'plain'
  readonly locale: 'fr-FR'
  readonly inputHint?: 'expectingInput'
  readonly suggestedActions?: {
    readonly actions: readonly {
      readonly type: 'imBack'
      readonly title: string
      readonly value: string
    }[]
  }
  readonly channelData?: { readonly clientActivityID: string }
}

export type ActivitySet = {
  readonly activities: readonly DirectLineActivity[]
  /** Where to go on from; opaque to clients. */
  readonly watermark: string
}

const authors = {
  person: { id: 'person', role: 'user' },
  robot: { id: 'raconte', name: 'Raconte', role: 'bot' },
  counsellor: { id: 'conseiller', name: 'Conseiller', role: 'bot' },
} as const

/** Our positions as Direct Line writes them: `<conversation>|0000042`. */
export function activityId(conversationId: string, position: number): string {
  return `${conversationId}|${String(position).padStart(7, '0')}`
}

/**
 * A watermark is the position of the last message somebody has. Absent, empty or `-` (which some
 * clients send) is the start; `undefined` when it is not one of ours.
 */
export function readWatermark(text: string | undefined): number | undefined {
  if (text === undefined || text === '' || text === '-') return 0
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined
}

export function activitySet(messages: readonly ThreadMessage[], after: number): ActivitySet {
  return {
    activities: messages.map(activityOf),
    watermark: String(messages.at(-1)?.position ?? after),
  }
}

/** The id a client gave to what it posted, so that it knows its own message when it comes back. */
function clientIdOf({ externalId, address }: ThreadMessage): string | undefined {
  const prefix = clientExternalId(address, '')
  return externalId?.startsWith(prefix) ? externalId.slice(prefix.length) : undefined
}

/** Clients choose their ids, so each conversation has its own. */
export function clientExternalId(conversationId: string, clientActivityId: string): string {
  return `${conversationId}:${clientActivityId}`
}

function activityOf(message: ThreadMessage): DirectLineActivity {
  const { address, author, choices } = message
  const clientActivityID = clientIdOf(message)
  return {
    type: 'message',
    id: activityId(address, message.position),
    timestamp: message.at.toISOString(),
    channelId: 'directline',
    conversation: { id: address },
    from: authors[author],
    text: message.text,
    textFormat: 'plain',
    locale: 'fr-FR',
    ...(author !== 'person' && { inputHint: 'expectingInput' as const }),
    ...(choices.length > 0 && {
      suggestedActions: {
        actions: choices.map((choice) => ({ type: 'imBack', title: choice, value: choice })),
      },
    }),
    ...(clientActivityID && { channelData: { clientActivityID } }),
  }
}
