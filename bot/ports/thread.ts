import type { Sent } from './channel.ts'
import type { ChannelName, DeliveryState, Outgoing, ThreadMessage } from './message.ts'

/** How long a claim holds, in ms: far more than a sender may take (20 s). */
export const claimLasts = 120_000

/** The messages of people, both ways, as pages and senders need them. */
export interface Thread {
  /** A whole thread, oldest first. */
  ofPerson(personId: string): Promise<readonly ThreadMessage[]>
  /** One address only, after a position (0 = from the start), oldest first, ≤ 200. */
  ofAddress(channel: ChannelName, address: string, after: number): Promise<readonly ThreadMessage[]>
  /**
   * Takes an outgoing message to send it: `queued` → `sending`, once. Found already `sending`, it is
   * not given out: whoever has it may still be at it until `busyUntil`. After that they died in the
   * middle, and it becomes `unknown`. `undefined`: nothing to send.
   */
  claim(messageId: string, now: Date): Promise<Outgoing | { readonly busyUntil: Date } | undefined>
  settle(messageId: string, sent: Sent): Promise<void>
  /** A provider's callback. Monotonic: late or repeated news changes nothing. */
  progress(
    channel: ChannelName,
    externalId: string,
    state: DeliveryState,
    code?: string,
  ): Promise<void>
}
