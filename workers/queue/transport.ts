import type { Job } from 'bullmq'

/** All that travels: never a word of a person. */
type Carried = { readonly id: string; readonly tries: number }

export type CarriedJob = Pick<
  Job<Carried, void>,
  'data' | 'stalledCounter' | 'updateData' | 'moveToDelayed'
>

type Offer = {
  readonly name: string
  readonly data: Carried
  readonly opts: {
    readonly jobId: string
    readonly delay: number
    readonly removeOnComplete: true
    readonly removeOnFail: true
  }
}

type Emits = { on(event: 'error', listener: (error: Error) => void): unknown }

/** The part of BullMQ's `Queue` that we use. */
type Carrier = Emits & {
  waitUntilReady(): Promise<unknown>
  addBulk(jobs: Offer[]): Promise<unknown>
  getJobCounts(...states: ('waiting' | 'active' | 'delayed')[]): Promise<Record<string, number>>
  close(): Promise<void>
}

/** The part of BullMQ's `Worker` that we use. */
export type Runner = Emits & {
  close(): Promise<void>
  disconnect(): Promise<void>
}

export type RunnerOptions = {
  readonly concurrency: number
  readonly lockDuration: number
  readonly stalledInterval: number
  readonly maxStalledCount: number
  readonly drainDelay: number
  /** Before asking again after the carrier went away, in ms; the other delays of BullMQ are in its docs. */
  readonly runRetryDelay: number
}

/** Where BullMQ keeps its jobs. */
export type Transport = {
  readonly service: string
  makeQueue(name: string): Carrier
  makeWorker(
    name: string,
    process: (job: CarriedJob, token?: string) => Promise<void>,
    options: RunnerOptions,
  ): Runner
}
