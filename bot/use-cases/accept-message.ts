import { longestMessage } from '#bot/engine/unusable.ts'
import type { Clock } from '#bot/ports/clock.ts'
import type { Accepted, Inbox } from '#bot/ports/inbox.ts'
import type { JobQueue } from '#bot/ports/jobs.ts'
import type { ChannelName, Inbound } from '#bot/ports/message.ts'
import { maskPrivate } from '#bot/safety/find-private.ts'
import { isUrgent } from './urgent.ts'

/**
 * How long we wait for the rest of a thought, in milliseconds. People send one idea in three SMS;
 * on the web they see that we are typing.
 */
export const burst: Readonly<Record<ChannelName, number>> = {
  sms: 8_000,
  web: 2_000,
  'bot-framework': 2_000,
  terminal: 0,
}

type Deps = {
  readonly inbox: Inbox
  readonly queue: JobQueue
  readonly clock: Clock
  /** Waits other than `burst`; tests and the drawn telephone use shorter ones. */
  readonly waits?: Partial<Record<ChannelName, number>>
}

/**
 * Takes a message in. Private numbers are masked before anything is stored; when this resolves the
 * message is on disk with the job that answers it, so the provider may be told 200. A queue that is
 * down loses nothing: the relay offers the job again.
 */
export function makeAcceptMessage({ inbox, queue, clock, waits }: Deps) {
  return async function acceptMessage(message: Inbound): Promise<Accepted> {
    const receivedAt = clock.now()
    const { text, found } = maskPrivate(storable(message.text.slice(0, longestRead)))
    const isWhole = !text.trim() && !message.attachments
    const wait =
      isWhole || isUrgent({ text, optOut: message.optOut })
        ? 0
        : { ...burst, ...waits }[message.channel]
    const { job, ...accepted } = await inbox.accept(
      { ...message, text: text.slice(0, longestMessage), masked: found, receivedAt },
      new Date(receivedAt.getTime() + wait),
    )
    if (accepted.outcome === 'accepted') await queue.add([job]).catch(() => undefined)
    return accepted
  }
}

/** What is read of a message before it is masked and cut: a number across the cut is masked too. */
const longestRead = 20_000

/**
 * PostgreSQL text holds neither NUL nor lone surrogates, and spaces without width hide words; offsets
 * must survive storing.
 */
function storable(text: string): string {
  return text
    .replaceAll('\u0000', ' ')
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .toWellFormed()
}
