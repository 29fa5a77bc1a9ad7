import { DelayedError } from 'bullmq'
import { Unavailable } from '#portfolio/errors.ts'
import type { Log } from '../log.ts'
import { within } from '../within.ts'
import type { QueueCounts, RunJob, WorkQueue } from './job-queue.ts'
import type { CarriedJob, Runner, RunnerOptions, Transport } from './transport.ts'

const queueName = 'jobs'

/**
 * A lock outlives its process by at most 6 s, and two checks 3 s apart find it: work of a killed
 * process resumes within 10 s. Running jobs renew their lock every 3 s, so slow ones are safe as
 * long as nothing blocks the event loop for 6 s. BullMQ never gives a job up itself: `makeRunJob`
 * counts the crashes. A carrier that went away is asked again every second (BullMQ: every 15).
 */
const timing: Omit<RunnerOptions, 'concurrency'> = {
  lockDuration: 6_000,
  stalledInterval: 3_000,
  maxStalledCount: 1_000,
  drainDelay: 5,
  runRetryDelay: 1_000,
}

/** BullMQ as a carrier of job ids, on any transport. Throws `Unavailable` when it does not answer at start. */
export async function openBullmqJobQueue(
  transport: Transport,
  log: Log,
  concurrency = 8,
): Promise<WorkQueue> {
  const { service } = transport
  const warn = (error: Error) => log.warn({ service, error: error.name }, 'the queue stumbled')
  const queue = transport.makeQueue(queueName)
  queue.on('error', warn)
  try {
    await within(15_000, service, queue.waitUntilReady())
  } catch (cause) {
    await queue.close().catch(() => {})
    throw cause instanceof Unavailable ? cause : new Unavailable(service, cause)
  }
  let worker: Runner | undefined
  let isClosed = false

  return {
    async add(jobs) {
      const now = Date.now()
      const offers = jobs.map(({ id, name, notBefore }) => ({
        name,
        data: { id, tries: 0 },
        opts: {
          jobId: encodeURIComponent(id), // BullMQ refuses colons
          delay: Math.max(0, notBefore.getTime() - now),
          removeOnComplete: true,
          removeOnFail: true,
        } as const,
      }))
      if (!offers.length) return
      await within(5_000, service, queue.addBulk(offers)).catch(warn)
    },

    work(run, options) {
      if (worker) throw new Error('this queue already has its worker')
      worker = transport.makeWorker(queueName, carry(run), {
        ...timing,
        concurrency: options?.concurrency ?? concurrency,
      })
      worker.on('error', warn)
    },

    async counts(): Promise<QueueCounts> {
      const asked = queue.getJobCounts('waiting', 'active', 'delayed')
      const { waiting = 0, active = 0, delayed = 0 } = await within(5_000, service, asked)
      return { waiting, active, delayed }
    },

    async isHealthy() {
      if (isClosed) return false
      return within(2_000, service, queue.getJobCounts('active')).then(
        () => true,
        () => false,
      )
    },

    async close() {
      isClosed = true
      if (worker) await closeWorker(worker, service)
      await within(5_000, service, queue.close()).catch(warn)
    },
  }
}

function carry(run: RunJob) {
  return async (job: CarriedJob, token?: string): Promise<void> => {
    const { id, tries } = job.data
    const ran = await run(id, { tries, crashes: job.stalledCounter })
    if (!ran) return
    await job.updateData({ id, tries: tries + 1 })
    await job.moveToDelayed(ran.postpone.getTime(), token)
    throw new DelayedError() // BullMQ's way to say: neither done nor failed
  }
}

/** A job that does not end in time is left behind: its lock expires and another process takes it. */
async function closeWorker(worker: Runner, service: string): Promise<void> {
  await within(9_000, service, worker.close()).catch(() =>
    within(1_000, service, worker.disconnect()).catch(() => {}),
  )
}
