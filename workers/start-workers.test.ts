import { afterAll, beforeAll, expect, test } from 'vitest'
import { Unavailable } from '#portfolio/errors.ts'
import type { Handlers } from './handlers.ts'
import { aWorld } from './jobs/world.fixture.ts'
import { openJobQueue } from './queue/index.ts'
import { openTestPostgres } from './queue/postgres.fixture.ts'
import { makeRelay } from './relay.ts'
import { makeRetain } from './retain.ts'
import { makeRunJob } from './run-jobs.ts'
import { startWorkers } from './start-workers.ts'

let postgres: Awaited<ReturnType<typeof openTestPostgres>>
beforeAll(async () => {
  postgres = await openTestPostgres()
})
afterAll(() => postgres.close())

test('rows that nobody offered are found, retried and done, on a real queue', async () => {
  const { stores } = aWorld()
  const clock = { now: () => new Date() }
  const seen: string[] = []
  const idle = async () => undefined
  const handlers: Handlers = {
    receive: idle,
    deliver: idle,
    assemble: idle,
    render: idle,
    alert: idle,
    nudge: idle,
    erase: idle,
    async mail({ mailId }, { tries }) {
      seen.push(`${mailId} ${tries}`)
      if (mailId === 'waits' && tries === 0)
        return { postpone: new Date(clock.now().getTime() + 300) }
      if (mailId === 'fails' && tries === 0) throw new Unavailable('smtp')
      return undefined
    },
  }
  const names = ['plain', 'waits', 'fails']
  await stores.outbox.add(
    names.map((mailId) => ({
      id: `mail:${mailId}`,
      name: 'mail' as const,
      payload: { mailId },
      notBefore: clock.now(),
    })),
  )

  const queue = await openJobQueue({ databaseUrl: postgres.url })
  const relay = makeRelay({ outbox: stores.outbox, queue, clock })
  const runJob = makeRunJob({ outbox: stores.outbox, handlers, clock })
  const retain = makeRetain({ forgetOld: async () => ({}), clock })
  const workers = startWorkers({ runJob, queue, relay, retain })
  while ((await stores.outbox.counts()).open > 0)
    await new Promise((resolve) => setTimeout(resolve, 50))
  await workers.stop()
  await queue.close()

  expect(seen.sort()).toEqual(['fails 0', 'fails 1', 'plain 0', 'waits 0', 'waits 1'])
  expect(await stores.outbox.counts()).toEqual({ open: 0, dead: 0 })
})
