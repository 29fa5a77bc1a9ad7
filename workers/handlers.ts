import type { Job, JobName } from '#bot/ports/jobs.ts'
import type { Ran, Travel } from './queue/job-queue.ts'

/** What a handler is told besides the payload. */
export type JobContext = Travel & { readonly jobId: string }

export type PayloadOf<Name extends JobName> = Extract<Job, { name: Name }>['payload']

/**
 * Does one job. It may run twice, at the same time even, and be killed between any two lines. It
 * answers nothing when the work is done, `{ postpone }` to be called again later, and throws
 * `Unavailable` when a service did not answer.
 */
export type Handler<Name extends JobName> = (
  payload: PayloadOf<Name>,
  context: JobContext,
) => Promise<Ran>

export type Handlers = { readonly [Name in JobName]: Handler<Name> }

type Known = {
  readonly [Name in JobName]: { readonly name: Name; readonly payload: PayloadOf<Name> }
}

/** Calls the handler that belongs to the name of the job. */
export function handle<Name extends JobName>(
  handlers: Handlers,
  job: Known[Name],
  context: JobContext,
): Promise<Ran> {
  const handler: Handlers[Name] = handlers[job.name]
  return handler(job.payload, context)
}
