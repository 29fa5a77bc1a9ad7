import type { JobQueue } from '#bot/ports/jobs.ts'

/** What the queue knows of a job that it hands out, and that outlives a killed process. */
export type Travel = {
  /** How often the job was handed back to run later. 0 at first, and again after a flushed queue. */
  readonly tries: number
  /** How often a process died while running it. */
  readonly crashes: number
}

/** `postpone`: hand the same job out again at that time, with one more try. */
export type Ran = undefined | { readonly postpone: Date }

export type RunJob = (jobId: string, travel: Travel) => Promise<Ran>

export type QueueCounts = {
  readonly waiting: number
  readonly active: number
  readonly delayed: number
}

/**
 * Carries ids of outbox rows to the workers. It may lose them (a flushed Redis) or hand one out twice
 * (a killed process): the row in the outbox is the job, and the relay offers open rows again.
 *
 * Every adapter passes `jobQueueContract`.
 */
export interface WorkQueue extends JobQueue {
  /** Never throws and answers within 5 s: what was not taken is offered again by the relay. */
  add: JobQueue['add']
  /** Starts to hand out jobs. Once per queue. A job whose `run` throws may be offered again. */
  work(run: RunJob, options?: { readonly concurrency?: number }): void
  counts(): Promise<QueueCounts>
  isHealthy(): Promise<boolean>
  /** Lets running jobs end (≤ 10 s), then lets go of every connection. */
  close(): Promise<void>
}
