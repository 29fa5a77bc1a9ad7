import type { Clock } from '#bot/ports/clock.ts'
import type { JobQueue, Outbox } from '#bot/ports/jobs.ts'
import { type Log, silentLog } from './log.ts'

export type RelayDeps = {
  readonly outbox: Outbox
  readonly queue: JobQueue
  readonly clock: Clock
  readonly log?: Log
}

export type Relay = {
  /** Offers every due row at once, then every `every` ms. */
  start(every?: number): void
  /** One round, for whoever does not want to wait. Answers how many rows were offered. */
  offer(): Promise<number>
  /** Resolves when nothing of it runs any more. */
  stop(): Promise<void>
}

/** Rows of one round. A longer backlog goes out over several rounds, oldest first. */
const batch = 500

/**
 * Offers the open rows of the outbox to the queue, again and again. A queue that already holds a job
 * ignores the offer, so a flushed Redis, a killed process or a lost offer costs a few seconds and
 * nothing else.
 */
export function makeRelay({ outbox, queue, clock, log = silentLog }: RelayDeps): Relay {
  let timer: NodeJS.Timeout | undefined
  let round: Promise<unknown> = Promise.resolve()
  let isStopped = true

  const offer = async () => {
    const due = await outbox.due(clock.now(), batch)
    await queue.add(due)
    return due.length
  }
  const turn = (every: number) => {
    round = offer()
      .catch((error: unknown) =>
        log.warn({ error: error instanceof Error ? error.name : 'Error' }, 'the relay stumbled'),
      )
      .then(() => {
        if (!isStopped) timer = setTimeout(turn, every, every)
      })
  }

  return {
    start(every = 5_000) {
      if (!isStopped) return
      isStopped = false
      turn(every)
    },
    offer,
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await round
    },
  }
}
