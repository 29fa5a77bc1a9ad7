/**
 * Work that follows a turn. A payload holds ids, never a person's words; every job may run twice
 * without harm; the id is derived from the purpose, so that it exists once.
 */
export type Job =
  | { readonly name: 'receive'; readonly payload: { readonly personId: string } }
  | { readonly name: 'deliver'; readonly payload: { readonly messageId: string } }
  | { readonly name: 'assemble'; readonly payload: { readonly personId: string } }
  | { readonly name: 'render'; readonly payload: { readonly draftId: string } }
  | { readonly name: 'alert'; readonly payload: { readonly alertId: string } }
  | {
      readonly name: 'nudge'
      readonly payload: { readonly personId: string; readonly version: number }
    }
  | { readonly name: 'mail'; readonly payload: { readonly mailId: string } }
  | { readonly name: 'erase'; readonly payload: { readonly personId: string } }

export type JobName = Job['name']

/** A job as the outbox keeps it: the row is the job, the queue only carries it. */
export type OutboxJob = Job & {
  /** For instance `deliver:<messageId>`. Unique for ever. */
  readonly id: string
  readonly notBefore: Date
}

/** The outbox, read by the relay. Rows are added by whoever commits, in the same transaction. */
export interface Outbox {
  /** Due and not finished, oldest first. */
  due(now: Date, limit: number): Promise<readonly OutboxJob[]>
  find(id: string): Promise<(OutboxJob & { readonly state: 'open' | 'done' | 'dead' }) | undefined>
  add(jobs: readonly OutboxJob[]): Promise<void>
  done(id: string): Promise<void>
  /** Not yet: run again at `notBefore` (a burst still going on, a provider that asked to wait). */
  postpone(id: string, notBefore: Date): Promise<void>
  /** Given up after its attempts; `reason` has no personal words. Shown on `/admin`. */
  dead(id: string, reason: string): Promise<void>
  counts(): Promise<{ readonly open: number; readonly dead: number }>
}

/** Hands jobs to the workers. May lose them: the relay offers every open row again. */
export interface JobQueue {
  add(jobs: readonly OutboxJob[]): Promise<void>
}
