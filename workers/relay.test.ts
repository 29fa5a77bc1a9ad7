import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { OutboxJob } from '#bot/ports/jobs.ts'
import { aWorld, minute } from './jobs/world.fixture.ts'
import { makeRelay } from './relay.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A queue that can forget everything, as Redis can. */
function aForgetfulQueue() {
  const held = new Set<string>()
  return {
    held,
    add: async (jobs: readonly OutboxJob[]) => {
      for (const { id } of jobs) held.add(id)
    },
  }
}

function aRow(id: string, notBefore: Date): OutboxJob {
  return { id, name: 'mail', payload: { mailId: id }, notBefore }
}

test('what a queue forgot is offered again, what is done is not', async () => {
  const { stores, clock } = aWorld()
  const queue = aForgetfulQueue()
  const relay = makeRelay({ outbox: stores.outbox, queue, clock })
  await stores.outbox.add([aRow('mail:1', clock.now()), aRow('mail:2', clock.now())])
  relay.start()
  await vi.advanceTimersByTimeAsync(1)
  expect([...queue.held]).toEqual(['mail:1', 'mail:2'])

  await stores.outbox.done('mail:1')
  queue.held.clear()
  await vi.advanceTimersByTimeAsync(5_000)
  expect([...queue.held]).toEqual(['mail:2'])
  await relay.stop()
})

test('only what is due is offered', async () => {
  const { stores, clock, pass } = aWorld()
  const queue = aForgetfulQueue()
  const relay = makeRelay({ outbox: stores.outbox, queue, clock })
  await stores.outbox.add([aRow('mail:later', new Date(clock.now().getTime() + minute))])
  expect(await relay.offer()).toBe(0)
  pass(minute)
  expect(await relay.offer()).toBe(1)
})

test('one round is bounded, oldest first', async () => {
  const { stores, clock } = aWorld()
  const queue = aForgetfulQueue()
  const at = (i: number) => new Date(clock.now().getTime() - i * 1_000)
  await stores.outbox.add(Array.from({ length: 600 }, (_, i) => aRow(`mail:${i}`, at(i))))
  expect(await makeRelay({ outbox: stores.outbox, queue, clock }).offer()).toBe(500)
  expect(queue.held.has('mail:599')).toBe(true)
  expect(queue.held.has('mail:0')).toBe(false)
})

test('a database that is away for a round does not stop the relay', async () => {
  const { stores, clock } = aWorld()
  const queue = aForgetfulQueue()
  let rounds = 0
  const due: typeof stores.outbox.due = async (now, limit) => {
    rounds += 1
    if (rounds === 1) throw new Error('away')
    return stores.outbox.due(now, limit)
  }
  const relay = makeRelay({ outbox: { ...stores.outbox, due }, queue, clock })
  await stores.outbox.add([aRow('mail:1', clock.now())])
  relay.start()
  await vi.advanceTimersByTimeAsync(5_001)
  expect([...queue.held]).toEqual(['mail:1'])
  await relay.stop()
})

test('a relay that was stopped offers nothing more', async () => {
  const { stores, clock } = aWorld()
  const queue = aForgetfulQueue()
  const relay = makeRelay({ outbox: stores.outbox, queue, clock })
  relay.start()
  await relay.stop()
  await stores.outbox.add([aRow('mail:1', clock.now())])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(queue.held.size).toBe(0)
  expect(vi.getTimerCount()).toBe(0)
})
