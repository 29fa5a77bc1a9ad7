import { expect, test } from 'vitest'
import { activitySet, readWatermark } from './activity.ts'
import { readActivity } from './read-activity.ts'

const conversation = 'conversation-of-a-test-0001'
const read = (body: unknown) => readActivity(conversation, body, () => 'random')

test('a message posted twice with the same client id is the same message', () => {
  const body = { type: 'message', text: 'slt', channelData: { clientActivityID: 'c1', other: 1 } }
  expect(read(body)).toEqual(read(body))
  expect(read(body)).toEqual({
    kind: 'message',
    inbound: {
      channel: 'web',
      address: conversation,
      externalId: `${conversation}:c1`,
      text: 'slt',
      attachments: 0,
    },
  })
})

test('opening the page is an empty message, accepted once in a conversation', () => {
  expect(read({ type: 'event', name: 'start', value: {} })).toMatchObject({
    kind: 'message',
    inbound: { text: '', externalId: `start:${conversation}` },
  })
})

test('typing and other news are ignored', () => {
  for (const body of [{ type: 'typing' }, { type: 'event', name: 'webchat/join' }]) {
    expect(read(body)).toEqual({ kind: 'ignored' })
  }
})

test.each([undefined, null, 'slt', [], {}, { type: 7 }, { type: 'message', text: {} }])(
  'what is not an activity is refused, without repeating it: %j',
  (body) => expect(read(body)).toMatchObject({ kind: 'malformed' }),
)

test('20,000 characters are taken, one more is refused', () => {
  expect(read({ type: 'message', text: 'a'.repeat(20_000) })).toMatchObject({ kind: 'message' })
  expect(read({ type: 'message', text: 'canari'.repeat(4_000) })).toEqual({
    kind: 'malformed',
    problem: 'text: too_big',
  })
})

test('a button pressed without text, pictures and broken characters are understood', () => {
  expect(read({ type: 'message', value: 'oui' })).toMatchObject({ inbound: { text: 'oui' } })
  expect(read({ type: 'message', attachments: [{}, {}] })).toMatchObject({
    inbound: { text: '', attachments: 2 },
  })
  expect(read({ type: 'message', text: 'a\u0000\udc00' })).toMatchObject({
    inbound: { text: 'a\ufffd' },
  })
  expect(read({ type: 'message', text: '<b>gras</b>', channelData: null })).toMatchObject({
    inbound: { text: '<b>gras</b>' },
  })
})

test('choices become buttons that say what they show', () => {
  const message = {
    id: 'm1',
    personId: 'p1',
    channel: 'web',
    address: conversation,
    author: 'robot',
    text: 'On y va ?',
    choices: ['oui', 'non'],
    at: new Date('2026-11-02T10:00:00Z'),
    position: 42,
  } as const
  expect(activitySet([message], 0)).toMatchObject({
    watermark: '42',
    activities: [
      {
        id: `${conversation}|0000042`,
        from: { id: 'raconte', role: 'bot' },
        suggestedActions: { actions: [{ type: 'imBack', title: 'oui', value: 'oui' }, {}] },
      },
    ],
  })
})

test('a watermark is a position; anything else is not', () => {
  expect([undefined, '', '-', '0', '42'].map(readWatermark)).toEqual([0, 0, 0, 0, 42])
  expect(['-1', '1e3', 'x', '1|2'].map(readWatermark)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

test('a person’s own message comes back with the id their client gave it', () => {
  const mine = {
    id: 'm2',
    personId: 'p1',
    channel: 'web',
    address: conversation,
    author: 'person',
    text: 'slt',
    choices: [],
    at: new Date('2026-11-02T10:00:00Z'),
    position: 43,
  } as const
  const idOf = (externalId: string) =>
    activitySet([{ ...mine, externalId }], 0).activities[0]?.channelData?.clientActivityID
  expect(idOf(`${conversation}:c1`)).toBe('c1')
  expect(idOf(`${conversation}#random`)).toBeUndefined()
})
