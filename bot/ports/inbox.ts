import type { OutboxJob } from './jobs.ts'
import type { Inbound, InboxMessage } from './message.ts'

/** `known`: the provider delivered it again; nothing was written. */
export type Accepted = {
  readonly outcome: 'accepted' | 'known'
  readonly messageId: string
  readonly personId: string
}

/**
 * The door for what people write. When `accept` resolves, the message is on disk with the job that
 * will answer it (P1); the same (channel, externalId) is accepted once, for ever, under any
 * concurrency (P2).
 */
export interface Inbox {
  /**
   * Finds or makes the person behind the address (a new one joins the default structure), stores the
   * message and adds `receive:<messageId>` to the outbox, in one transaction.
   */
  accept(
    message: Inbound & { readonly masked: readonly string[]; readonly receivedAt: Date },
    answerAt: Date,
  ): Promise<Accepted & { readonly job: OutboxJob }>
  /** The path back to where a message came from, for channels that need one. */
  returnPath(channel: string, address: string): Promise<string | undefined>
  find(messageId: string): Promise<InboxMessage | undefined>
}
