import type { Outgoing } from './message.ts'

/** What became of one attempt to send. `retry` is certain not to have left; `unknown` may have. */
export type Sent =
  | { readonly outcome: 'sent'; readonly externalId?: string; readonly segments?: number }
  | { readonly outcome: 'opted-out' }
  | { readonly outcome: 'failed'; readonly code: string }
  | { readonly outcome: 'retry'; readonly code: string }
  | { readonly outcome: 'unknown'; readonly code: string }

/**
 * The way out of one channel. Translates only: renders the bubble as the channel can, sends it, says
 * what happened. Always answers in bounded time (≤ 15 s); never throws for the provider's faults.
 */
export interface ChannelSender {
  send(message: Outgoing, returnPath?: string): Promise<Sent>
}
