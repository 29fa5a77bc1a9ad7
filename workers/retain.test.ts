import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Unavailable } from '#portfolio/errors.ts'
import { makeRetain } from './retain.ts'

const day = 24 * 3_600_000
const minute = 60_000

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Rounds that were asked for, the first of them failing when the database is down. */
function rounds(isDownFirst = false) {
  const at: Date[] = []
  const clock = { now: () => new Date() }
  const forgetOld = async (now: Date) => {
    at.push(now)
    if (isDownFirst && at.length === 1) throw new Unavailable('database')
    return { jobs: 0 }
  }
  return { at, retain: makeRetain({ forgetOld, clock }) }
}

test('what nobody needs is let go of a minute after the start, then every day', async () => {
  const { at, retain } = rounds()
  const start = Date.now()
  retain.start()
  retain.start()
  await vi.advanceTimersByTimeAsync(minute + 2 * day)
  expect(at.map((time) => time.getTime() - start)).toEqual([minute, minute + day, minute + 2 * day])
  await retain.stop()
})

test('a database that is down is asked again the next day', async () => {
  const { at, retain } = rounds(true)
  retain.start()
  await vi.advanceTimersByTimeAsync(minute + day)
  expect(at).toHaveLength(2)
  await retain.stop()
})

test('nothing runs after a stop', async () => {
  const { at, retain } = rounds()
  retain.start()
  await vi.advanceTimersByTimeAsync(minute)
  await retain.stop()
  await vi.advanceTimersByTimeAsync(3 * day)
  expect(at).toHaveLength(1)
})
