import type { RunJob, WorkQueue } from './queue/job-queue.ts'
import type { Relay } from './relay.ts'
import type { Retain } from './retain.ts'

export type StartWorkers = {
  readonly runJob: RunJob
  readonly queue: Pick<WorkQueue, 'work'>
  readonly relay: Pick<Relay, 'start' | 'stop'>
  readonly retain: Retain
  readonly concurrency?: number
}

/**
 * Starts to do jobs in this process. `stop` ends the relay and the daily retain; whoever opened the queue closes it next,
 * which lets the jobs in progress end.
 */
export function startWorkers({ runJob, queue, relay, retain, concurrency }: StartWorkers): {
  stop(): Promise<void>
} {
  queue.work(runJob, concurrency ? { concurrency } : {})
  relay.start()
  retain.start()
  return {
    async stop() {
      await Promise.all([relay.stop(), retain.stop()])
    },
  }
}
