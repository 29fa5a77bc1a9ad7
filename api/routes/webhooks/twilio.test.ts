import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type AppUnderTest, anApp } from '#api/app.fixture.ts'
import {
  openTwilioEmulator,
  type TwilioEmulator,
} from '#bot/channels/sms/twilio-emulator.fixture.ts'

const publicUrl = 'https://raconte.example.org'
const path = '/webhooks/twilio/sms'
let emulator: TwilioEmulator
const open: AppUnderTest[] = []

beforeAll(async () => {
  emulator = await openTwilioEmulator()
})
afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close()
})
afterAll(() => emulator.close())

async function aDoor(changes?: Parameters<typeof anApp>[1]) {
  const under = anApp(
    {
      PUBLIC_URL: publicUrl,
      TWILIO_ACCOUNT_SID: emulator.accountSid,
      TWILIO_AUTH_TOKEN: emulator.authToken,
      TWILIO_FROM: '+33937000000',
    },
    changes,
  )
  open.push(under)
  await under.app.listen({ port: 0, host: '127.0.0.1' })
  const url = `http://127.0.0.1:${(under.app.server.address() as AddressInfo).port}`
  const deliver = (form: Record<string, string>, to = path) =>
    emulator.deliver(url + to, form, publicUrl + to)
  const thread = () => under.stores.thread.ofAddress('sms', '+33639980001', 0)
  return { ...under, url, deliver, thread }
}

const aForm = (changes: Record<string, string> = {}) => ({
  MessageSid: 'SM00000000000000000000000000000001',
  From: '+33639980001',
  To: '+33937000000',
  Body: 'slt',
  NumMedia: '0',
  ...changes,
})

test('a signed message is stored, and answered at once with nothing to say', async () => {
  const { deliver, thread } = await aDoor()
  const response = await deliver(aForm())
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toContain('text/xml')
  expect(await response.text()).toMatch(/<Response><\/Response>$/)
  expect(await thread()).toMatchObject([{ text: 'slt', author: 'person' }])
})

test('the same message delivered ten times at once is one message', async () => {
  const { deliver, thread } = await aDoor()
  const responses = await Promise.all(Array.from({ length: 10 }, () => deliver(aForm())))
  expect(responses.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200))
  expect(await thread()).toHaveLength(1)
})

test.each([
  ['a picture', { Body: '', NumMedia: '1', MediaUrl0: 'http://169.254.169.254/' }, ''],
  ['emoji only', { Body: '🔥👩🏽‍🍳' }, '🔥👩🏽‍🍳'],
  ['an empty body', { Body: '' }, ''],
  ['markup', { Body: '</Message><Redirect>x</Redirect>#read("/etc/passwd")' }, undefined],
  ['1,600 characters', { Body: 'ç'.repeat(1_600) }, undefined],
])('%s is taken as it is', async (_, changes, text) => {
  const { deliver, thread } = await aDoor()
  expect((await deliver(aForm(changes))).status).toBe(200)
  expect(await thread()).toMatchObject([{ text: text ?? changes.Body }])
})

test('a heart on one of our messages is nobody’s words', async () => {
  const { deliver, thread } = await aDoor()
  expect((await deliver(aForm({ Body: 'A aimé « On y va ? »' }))).status).toBe(200)
  expect(await thread()).toEqual([])
})

test('whoever is not Twilio is refused, nothing is stored and nothing of it is logged', async () => {
  const { url, thread, logged } = await aDoor()
  const canary = 'canari-dans-un-faux-message'
  const signed = emulator.sign(publicUrl + path, aForm({ Body: canary }))
  const post = (to: string, headers: Record<string, string>, body: string) =>
    fetch(url + to, { method: 'POST', headers, body })
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const refused = await Promise.all([
    post(path, form, signed.body),
    post(path, { ...form, 'x-twilio-signature': 'AAAA' }, signed.body),
    post(path, signed.headers, `${signed.body}&Body=${canary}`),
    post(path, signed.headers, signed.body.replace('33639980001', '33639980002')),
    post(`${path}?x=1`, signed.headers, signed.body),
    post('/webhooks/twilio/status', signed.headers, signed.body),
    post(path, { ...signed.headers, 'content-type': 'application/json' }, '{}'),
    post(path, { ...form, 'x-forwarded-host': 'raconte.example.org' }, signed.body),
  ])
  expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403, 403, 403])
  expect((await refused[0]?.json()) as object).toMatchObject({ error: { code: 'BadSignature' } })
  expect(await thread()).toEqual([])
  expect(logged()).not.toContain(canary)
})

test('a signature made for the local address instead of the public one is refused', async () => {
  const { url } = await aDoor()
  expect((await emulator.deliver(url + path, aForm())).status).toBe(403)
})

test('when the store is down Twilio is told so, and may use its fallback address', async () => {
  const canary = 'canari-perdu'
  const { deliver, logged } = await aDoor(() => ({
    acceptMessage: async () => {
      throw new Error(`insert failed for value ${canary}`)
    },
  }))
  const response = await deliver(aForm({ Body: canary }))
  expect(response.status).toBe(503)
  expect(await response.text()).not.toContain(canary)
  expect(logged()).toContain('"service":"inbox"')
  expect(logged()).not.toContain(canary)
})

test('statuses only move forward, whatever their order', async () => {
  const { deliver, say, stores, thread } = await aDoor()
  await deliver(aForm())
  await say('+33639980001', 'On y va ?')
  const [, message] = await thread()
  await stores.thread.claim(message?.id ?? '', new Date())
  await stores.thread.settle(message?.id ?? '', { outcome: 'sent', externalId: 'SM9' })
  const status = '/webhooks/twilio/status'
  for (const MessageStatus of ['delivered', 'sent', 'queued', 'teleported', 'delivered']) {
    expect((await deliver({ MessageSid: 'SM9', MessageStatus }, status)).status).toBe(204)
  }
  expect((await thread())[1]?.delivery).toBe('delivered')
})

test('somebody who told their operator to stop is not written to again', async () => {
  const { deliver, stores } = await aDoor()
  await deliver(aForm())
  const form = {
    MessageSid: 'SM8',
    MessageStatus: 'failed',
    ErrorCode: '21610',
    To: '+33639980001',
  }
  await deliver(form, '/webhooks/twilio/status')
  const person = await stores.people.atAddress({ channel: 'sms', address: '+33639980001' })
  expect(person?.hasOptedOut).toBe(true)
})

test('without Twilio both addresses say so, and the drawn telephone is there instead', async () => {
  const under = anApp()
  open.push(under)
  for (const url of [path, '/webhooks/twilio/status']) {
    const response = await under.app.inject({ method: 'POST', url, payload: {} })
    expect(response.statusCode).toBe(404)
    expect(response.json().error.code).toBe('ChannelOff')
  }
  const { app } = await aDoor()
  const payload = { from: '+33639980001', text: 'slt' }
  const response = await app.inject({ method: 'POST', url: '/telephone/messages', payload })
  expect(response.statusCode).toBe(404)
})
