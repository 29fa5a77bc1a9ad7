import type { ChannelSender, Sent } from '#bot/ports/channel.ts'
import type { Clock } from '#bot/ports/clock.ts'
import type { Inbox } from '#bot/ports/inbox.ts'
import type { ChannelName, Outgoing } from '#bot/ports/message.ts'
import type { People } from '#bot/ports/people.ts'
import type { Thread } from '#bot/ports/thread.ts'
import { backOff } from '../back-off.ts'
import type { Handler } from '../handlers.ts'
import { within } from '../within.ts'

export type DeliverDeps = {
  readonly thread: Thread
  readonly inbox: Pick<Inbox, 'returnPath'>
  readonly people: Pick<People, 'setOptOut'>
  /** A channel that is switched off has no sender. */
  readonly senders: Readonly<Partial<Record<ChannelName, ChannelSender>>>
  readonly clock: Clock
  /** 0 ≤ chance < 1. */
  readonly chance?: () => number
}

const mostTries = 5

/**
 * Sends one bubble, once. Only `retry`, which is certain not to have left, is tried again, five times
 * over some three minutes. Whatever may have left stays `unknown` in the thread, for a human to see.
 * While somebody else is sending it, it is left alone until that must have ended.
 */
export function makeDeliver(deps: DeliverDeps): Handler<'deliver'> {
  const { thread, people, clock, chance = Math.random } = deps
  return async ({ messageId }, { tries }) => {
    const message = await thread.claim(messageId, clock.now())
    if (!message) return undefined
    if ('busyUntil' in message) return { postpone: message.busyUntil }
    const sent = await send(message, deps)
    if (sent.outcome === 'opted-out')
      await people.setOptOut(
        { channel: message.channel, address: message.address },
        true,
        'provider',
      )
    const isLast = sent.outcome === 'retry' && tries + 1 >= mostTries
    await thread.settle(messageId, isLast ? { outcome: 'failed', code: sent.code } : sent)
    if (sent.outcome !== 'retry' || isLast) return undefined
    const wait = backOff(tries, chance, { first: 10_000, longest: 120_000 })
    return { postpone: new Date(clock.now().getTime() + wait) }
  }
}

/** Bounded in time, and never throws: the message must be settled whatever happens. */
async function send(message: Outgoing, { senders, inbox }: DeliverDeps): Promise<Sent> {
  const { channel, address } = message
  const sender = senders[channel]
  if (!sender) return { outcome: 'failed', code: 'channel-off' }
  let returnPath: string | undefined
  try {
    returnPath = await inbox.returnPath(channel, address)
  } catch {
    return { outcome: 'retry', code: 'no-return-path' }
  }
  try {
    return await within(20_000, channel, sender.send(message, returnPath))
  } catch (error) {
    return { outcome: 'unknown', code: error instanceof Error ? error.name : 'Error' }
  }
}
