import type { Accepted } from '#bot/ports/inbox.ts'
import type { Inbound } from '#bot/ports/message.ts'
import type { People } from '#bot/ports/people.ts'
import type { Thread } from '#bot/ports/thread.ts'
import type { ApiConfig } from './config.ts'
import type { Metrics } from './plugins/metrics.ts'

/** Everything the technical routes are given, made once in `start.ts` (or by a test). */
export type AppDeps = {
  readonly config: ApiConfig
  /** Signs Direct Line tokens and CSRF secrets; ≥ 32 characters, kept across starts. */
  readonly secret: string
  readonly acceptMessage: (message: Inbound) => Promise<Accepted>
  readonly thread: Pick<Thread, 'ofAddress' | 'progress'>
  readonly people: Pick<People, 'setOptOut'>
  readonly signals: Signals
  readonly health: Health
  readonly metrics: Metrics
  readonly now: () => Date
  /** Bot Framework's door; `undefined` when its credentials are not set. */
  readonly botFramework?: BotFrameworkDoor
}

/** Wakes whoever shows a thread. It may repeat itself or miss one: the listener reads the thread. */
export type Signals = {
  onMessage(
    listener: (m: { personId: string; channel: string; address: string }) => void,
  ): () => void
}

/** Each answers within a second or so, and never throws. `degraded`: it works, by a fallback. */
export type Health = {
  database(): Promise<boolean>
  queue(): Promise<boolean>
  search(): Promise<'ok' | 'degraded' | 'down'>
}

/**
 * One request of the Bot Framework, checked and translated. `accept` is awaited before the answer,
 * so that a 2xx means « stored »; what it throws is thrown again.
 */
export type BotFrameworkDoor = (
  request: {
    readonly method: string
    readonly headers: Readonly<Record<string, string | string[] | undefined>>
    readonly body: unknown
  },
  accept: (message: Inbound) => Promise<unknown>,
) => Promise<{ readonly status: number; readonly body?: unknown }>
