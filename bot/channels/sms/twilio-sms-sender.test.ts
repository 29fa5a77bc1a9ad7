import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Outgoing } from '#bot/ports/message.ts'
import { openTwilioEmulator, type TwilioEmulator } from './twilio-emulator.fixture.ts'
import { makeTwilioSmsSender, type TwilioAccount } from './twilio-sms-sender.ts'

let emulator: TwilioEmulator

beforeAll(async () => {
  emulator = await openTwilioEmulator()
})
beforeEach(() => emulator.break(undefined))
afterAll(() => emulator.close())

const aMessage = (changes: Partial<Outgoing> = {}): Outgoing => ({
  id: 'm1',
  personId: 'p1',
  channel: 'sms',
  address: '+33639980001',
  author: 'robot',
  text: 'Ça te dit ? On y va…',
  choices: ['oui', 'non'],
  createdAt: new Date('2026-11-02T10:00:00Z'),
  ...changes,
})

const aSender = (changes: Partial<TwilioAccount> = {}) =>
  makeTwilioSmsSender({
    accountSid: emulator.accountSid,
    authToken: emulator.authToken,
    apiUrl: emulator.url,
    from: '+33937000000',
    publicUrl: 'https://raconte.example.org',
    timeoutMs: 400,
    ...changes,
  })

test('a bubble leaves as one text message with numbered choices, in the short alphabet', async () => {
  const sent = await aSender().send(aMessage())
  expect(sent).toMatchObject({ outcome: 'sent', segments: 1 })
  expect(emulator.sent.at(-1)).toMatchObject({
    To: '+33639980001',
    From: '+33937000000',
    Body: 'Ça te dit ? On y va...\n1 oui 2 non',
    StatusCallback: 'https://raconte.example.org/webhooks/twilio/status',
  })
})

test('a messaging service chooses the sender when there is one', async () => {
  const messagingServiceSid = `MG${'2'.repeat(32)}`
  await aSender({ messagingServiceSid }).send(aMessage())
  expect(emulator.sent.at(-1)).toMatchObject({ MessagingServiceSid: messagingServiceSid })
  expect(emulator.sent.at(-1)).not.toHaveProperty('From')
})

test('long choices go on lines of their own', async () => {
  const choices = ['Un travail payé', 'Un coup de main à la famille', 'Du sport']
  await aSender().send(aMessage({ text: 'Quoi ?', choices }))
  expect(emulator.sent.at(-1)?.Body).toBe(
    'Quoi ?\n1 Un travail payé\n2 Un coup de main à la famille\n3 Du sport',
  )
})

test('what is longer than Twilio takes is cut at a word and says so', async () => {
  expect(
    await aSender().send(aMessage({ text: 'bonjour '.repeat(400), choices: [] })),
  ).toMatchObject({ outcome: 'sent', segments: 11 })
  expect(emulator.sent.at(-1)?.Body).toMatch(/bonjour\.\.\.$/)
})

test.each([
  [{ kind: 'error', status: 400, code: 21610 }, { outcome: 'opted-out' }],
  [
    { kind: 'error', status: 429, code: 20429 },
    { outcome: 'retry', code: '20429' },
  ],
  [
    { kind: 'html', status: 429 },
    { outcome: 'retry', code: '429' },
  ],
  [
    { kind: 'error', status: 401, code: 20003 },
    { outcome: 'retry', code: '20003' },
  ],
  [
    { kind: 'error', status: 400, code: 21211 },
    { outcome: 'failed', code: '21211' },
  ],
  [
    { kind: 'error', status: 400, code: 21614 },
    { outcome: 'failed', code: '21614' },
  ],
  [
    { kind: 'error', status: 400, code: 21408 },
    { outcome: 'failed', code: '21408' },
  ],
  [
    { kind: 'error', status: 500, code: 20500 },
    { outcome: 'unknown', code: '20500' },
  ],
  [
    { kind: 'html', status: 502 },
    { outcome: 'unknown', code: '502' },
  ],
  [{ kind: 'html', status: 200 }, { outcome: 'unknown' }],
  [{ kind: 'silent' }, { outcome: 'unknown' }],
  [{ kind: 'reset' }, { outcome: 'unknown', code: 'ECONNRESET' }],
] as const)(
  'after %j the message counts as %j, and is asked for once only',
  async (fault, outcome) => {
    const before = emulator.requests()
    emulator.break(fault)
    expect(await aSender().send(aMessage())).toMatchObject(outcome)
    expect(emulator.requests() - before).toBe(1)
  },
)

test('nobody there: the message certainly did not leave and may be tried again', async () => {
  const sender = aSender({ apiUrl: 'http://127.0.0.1:9' })
  expect(await sender.send(aMessage())).toEqual({ outcome: 'retry', code: 'ECONNREFUSED' })
})

test('a wrong secret is told apart from a refusal of the message', async () => {
  expect(await aSender({ authToken: 'wrong' }).send(aMessage())).toEqual({
    outcome: 'retry',
    code: '20003',
  })
})
