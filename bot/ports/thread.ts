import type { Sent } from './channel.ts'
import type { ChannelName, DeliveryState, Outgoing, ThreadMessage } from './message.ts'

/** The messages of people, both ways, as pages and senders need them. */
export interface Thread {
  /** A whole thread, oldest first. */
  ofPerson(personId: string): Promise<readonly ThreadMessage[]>
  /** One address only, after a position (0 = from the start), oldest first, ≤ 200. */
  ofAddress(channel: ChannelName, address: string, after: number): Promise<readonly ThreadMessage[]>
  /**
   * Takes an outgoing message to send it: `queued` → `sending`, once. Found already `sending`, it
   * becomes `unknown` (somebody died in the middle) and is not given out. `undefined`: do not send.
   */
  claim(messageId: string): Promise<Outgoing | undefined>
  settle(messageId: string, sent: Sent): Promise<void>
  /** A provider's callback. Monotonic: late or repeated news changes nothing. */
  progress(
    channel: ChannelName,
    externalId: string,
    state: DeliveryState,
    code?: string,
  ): Promise<void>
}
