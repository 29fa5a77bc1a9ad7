import type { Clock } from '#bot/ports/clock.ts'
import type { Outbox, OutboxJob } from '#bot/ports/jobs.ts'
import { NotAllowed, NotFound, Unavailable } from '#portfolio/errors.ts'
import { backOff } from './back-off.ts'
import { type Handlers, handle } from './handlers.ts'
import { type Log, silentLog } from './log.ts'
import type { Ran, RunJob, Travel } from './queue/job-queue.ts'

/** A job that fails for a reason of ours, or that takes its process down, gets this many chances. */
const chances = 3

export type RunJobDeps = {
  readonly outbox: Outbox
  readonly handlers: Handlers
  readonly clock: Clock
  readonly log?: Log
  /** 0 ≤ chance < 1. */
  readonly chance?: () => number
}

/**
 * Does the job that an outbox row describes. The row decides: a job that is done, dead, unknown or not
 * yet due is left alone, whatever the queue says.
 *
 * A service that does not answer is asked again for ever, more and more rarely (≤ 10 min apart): what
 * a person was promised is not given up because of an outage. An error of ours is tried three times,
 * then the row is dead, with the name of the error as its reason, and shows on `/admin`.
 */
export function makeRunJob(deps: RunJobDeps): (jobId: string, travel?: Travel) => Promise<Ran> {
  const { outbox, handlers, clock, log = silentLog, chance = Math.random } = deps
  /** Errors of ours so far, by job; a restart forgets them, the count of crashes it does not. */
  const failures = new Map<string, number>()

  const run: RunJob = async (jobId, travel) => {
    const job = await outbox.find(jobId)
    if (job?.state !== 'open') return undefined
    if (job.notBefore > clock.now()) return { postpone: job.notBefore }
    if (travel.crashes >= chances) return giveUp(job, 'Crash')
    try {
      const ran = await handle(handlers, job, { jobId, ...travel })
      failures.delete(jobId)
      if (ran) return postpone(job, ran.postpone)
      await outbox.done(jobId)
    } catch (error) {
      return recover(job, error, travel)
    }
    return undefined
  }

  async function recover(job: OutboxJob, error: unknown, { tries }: Travel): Promise<Ran> {
    if (error instanceof Unavailable) {
      log.warn({ ...traces(job), service: error.service, tries }, 'a service did not answer')
      return postpone(job, later(backOff(tries, chance)))
    }
    const failed = (failures.get(job.id) ?? 0) + 1
    const isHopeless = error instanceof NotFound || error instanceof NotAllowed
    if (isHopeless || failed >= chances) return giveUp(job, nameOf(error))
    failures.set(job.id, failed)
    log.warn({ ...traces(job), error: nameOf(error), failed }, 'a job failed')
    return postpone(job, later(backOff(failed, chance, { first: 1_000 })))
  }

  async function postpone(job: OutboxJob, at: Date): Promise<Ran> {
    await outbox.postpone(job.id, at)
    return { postpone: at }
  }

  async function giveUp(job: OutboxJob, error: string): Promise<Ran> {
    failures.delete(job.id)
    await outbox.dead(job.id, `${error} in ${job.name}`)
    log.error({ ...traces(job), error }, 'a job was given up')
    return undefined
  }

  const later = (ms: number) => new Date(clock.now().getTime() + ms)
  return (jobId, travel = { tries: 0, crashes: 0 }) => run(jobId, travel)
}

function traces({ id, name }: OutboxJob): { job: string; name: string } {
  return { job: id, name }
}

/** The class of an error. Its message may hold words of a person and is never kept. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'Error'
}
