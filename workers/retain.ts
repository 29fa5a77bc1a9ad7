import type { Clock } from '#bot/ports/clock.ts'
import { type Log, silentLog } from './log.ts'

export type RetainDeps = {
  /** Deletes what is of no more use; answers how many rows of each kind. Harmless when done twice. */
  readonly forgetOld: (now: Date) => Promise<object>
  readonly clock: Clock
  readonly log?: Log
}

export type Retain = {
  start(): void
  /** Resolves when nothing of it runs any more. */
  stop(): Promise<void>
}

/** In ms. The first round waits, so that a start has nothing but the start to do. */
const [soon, aDay] = [60_000, 24 * 3_600_000]

/**
 * Once a day, lets go of what nobody needs any more, so that tables do not grow for ever. Every process
 * with workers does it: a second round finds nothing. One that stumbles is tried again the next day.
 */
export function makeRetain({ forgetOld, clock, log = silentLog }: RetainDeps): Retain {
  let timer: NodeJS.Timeout | undefined
  let round: Promise<unknown> = Promise.resolve()
  let isStopped = true

  const turn = () => {
    round = forgetOld(clock.now())
      .then(
        (forgotten) => log.info({ ...forgotten }, 'what is of no more use was deleted'),
        (error: unknown) =>
          log.warn({ error: error instanceof Error ? error.name : 'Error' }, 'retain stumbled'),
      )
      .then(() => wait(aDay))
  }
  const wait = (ms: number) => {
    if (!isStopped) timer = setTimeout(turn, ms)
  }

  return {
    start() {
      if (!isStopped) return
      isStopped = false
      wait(soon)
    },
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await round
    },
  }
}
