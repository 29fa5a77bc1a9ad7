import { expect, test } from 'vitest'
import { readTwilioStatus } from './read-status.ts'

test('a status of Twilio becomes a delivery state, with its error code', () => {
  expect(readTwilioStatus({ MessageSid: 'SM1', MessageStatus: 'delivered' })).toEqual({
    externalId: 'SM1',
    state: 'delivered',
  })
  expect(
    readTwilioStatus({ MessageSid: 'SM1', MessageStatus: 'undelivered', ErrorCode: '30003' }),
  ).toEqual({ externalId: 'SM1', state: 'failed', code: '30003' })
})

test('somebody who told their operator to stop is heard', () => {
  expect(
    readTwilioStatus({
      MessageSid: 'SM1',
      MessageStatus: 'failed',
      ErrorCode: '21610',
      To: '+33639980001',
    })?.optedOut,
  ).toBe('+33639980001')
})

test('a status nobody knows is ignored', () => {
  expect(readTwilioStatus({ MessageSid: 'SM1', MessageStatus: 'teleported' })).toBeUndefined()
  expect(readTwilioStatus({ MessageStatus: 'sent' })).toBeUndefined()
})
