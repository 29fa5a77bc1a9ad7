import { expect, test } from 'vitest'
import { nextFriendlyTime } from './friendly-time.ts'

test.each([
  ['a Tuesday at noon', '2026-11-17T11:00:00Z', '2026-11-17T11:00:00.000Z'],
  ['late on a Tuesday', '2026-11-17T21:10:00Z', '2026-11-18T08:00:00.000Z'],
  ['before nine', '2026-11-18T07:59:00Z', '2026-11-18T08:00:00.000Z'],
  ['Saturday evening', '2026-11-21T17:00:00Z', '2026-11-23T08:00:00.000Z'],
  ['a Sunday', '2026-11-22T12:00:00Z', '2026-11-23T08:00:00.000Z'],
  ['Saturday at nine', '2026-11-21T08:00:00Z', '2026-11-21T09:00:00.000Z'],
  ['in summer time', '2026-07-07T06:30:00Z', '2026-07-07T07:00:00.000Z'],
])('somebody silent since %s is written to at a friendly hour', (_, now, expected) => {
  expect(nextFriendlyTime(new Date(now)).toISOString()).toBe(expected)
})
