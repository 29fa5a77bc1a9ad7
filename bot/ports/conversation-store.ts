import type { Draft } from '#portfolio/cv.ts'
import type { PortfolioRecord } from '#portfolio/record.ts'
import type { Interview } from './interview.ts'
import type { OutboxJob } from './jobs.ts'
import type { Address, InboxMessage, Outgoing } from './message.ts'

export type Conversation = {
  readonly personId: string
  /** Turns played, 0 before the first. The optimistic lock of the store. */
  readonly version: number
  readonly interview: Interview
  readonly record: PortfolioRecord
  /** The state before the last turn, for « retour »; one step deep. */
  readonly previous?: { readonly interview: Interview; readonly record: PortfolioRecord }
}

/** What happened in one turn, in order: the log that explains the record. No free text of ours. */
export type TurnEvent = {
  readonly type: string
  readonly data: Readonly<Record<string, string | number | boolean | readonly string[]>>
}

export type Alert = {
  readonly id: string
  readonly personId: string
  readonly level: 1 | 2 | 3
  readonly kind: string
  readonly messageId: string
  readonly at: Date
}

/** State, record and outgoing effects of a turn: all of it, or none. */
export type TurnCommit = {
  readonly conversation: Conversation
  /** Inbox messages this turn answers; they never come back as pending. */
  readonly handled: readonly string[]
  readonly outgoing: readonly Outgoing[]
  readonly events: readonly TurnEvent[]
  readonly alerts: readonly Alert[]
  readonly jobs: readonly OutboxJob[]
  /** A draft changed together with the conversation (a question asked back). Its version is next. */
  readonly draft?: Draft
}

export type Loaded = {
  readonly conversation: Conversation | undefined
  /** Not yet handled, in order of arrival. */
  readonly pending: readonly InboxMessage[]
  /** Where the person last wrote; `undefined` when they never did. */
  readonly reachableAt: Address | undefined
  readonly hasOptedOut: boolean
}

/**
 * Keeps conversations between two messages, which may be seconds or weeks apart.
 *
 * A person can write twice before we answer once, from two devices. The store therefore never
 * overwrites a turn it has not seen: `commit` refuses a conversation whose `version` is not exactly
 * one more than what is stored (or a draft likewise), and the caller loads and plays again.
 *
 * Every adapter passes `conversationStoreContract`.
 */
export interface ConversationStore {
  load(personId: string): Promise<Loaded>
  /** Stores the turn. Answers `'stale'`, and changes nothing at all, when somebody was faster. */
  commit(turn: TurnCommit): Promise<'saved' | 'stale'>
  events(
    personId: string,
  ): Promise<readonly (TurnEvent & { readonly at: Date; readonly turn: number })[]>
}
