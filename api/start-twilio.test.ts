import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import {
  openTwilioEmulator,
  type TwilioEmulator,
} from '#bot/channels/sms/twilio-emulator.fixture.ts'
import { type Raconte, startRaconte } from './start.ts'

const publicUrl = 'https://raconte.example.org'
let dataDir: string
let emulator: TwilioEmulator
let raconte: Raconte

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'raconte-twilio-'))
  emulator = await openTwilioEmulator()
  raconte = await startRaconte({
    DATA_DIR: dataDir,
    PORT: '0',
    LOG_LEVEL: 'silent',
    PUBLIC_URL: publicUrl,
    TWILIO_ACCOUNT_SID: emulator.accountSid,
    TWILIO_AUTH_TOKEN: emulator.authToken,
    TWILIO_FROM: '+33937000000',
    TWILIO_API_URL: emulator.url,
  })
})
afterAll(async () => {
  await raconte.stop()
  await emulator.close()
  await rm(dataDir, { recursive: true, force: true })
})

function deliver(path: string, form: Record<string, string>) {
  return emulator.deliver(`${raconte.url}${path}`, form, publicUrl + path)
}

test('a text message is answered by a text message, whose fate comes back', async () => {
  const form = { MessageSid: 'SM1', From: '+33639980001', To: '+33937000000', Body: '' }
  expect((await deliver('/webhooks/twilio/sms', form)).status).toBe(200)
  await vi.waitFor(() => expect(emulator.sent.length).toBeGreaterThan(0), { timeout: 10_000 })
  expect(emulator.sent[0]).toMatchObject({
    To: '+33639980001',
    From: '+33937000000',
    StatusCallback: `${publicUrl}/webhooks/twilio/status`,
  })
  expect(emulator.sent[0]?.Body).toContain('1 oui 2 non')

  const { MessageSid = '' } = emulator.sent[0] ?? {}
  const thread = () => raconte.stores.thread.ofAddress('sms', '+33639980001', 0)
  await deliver('/webhooks/twilio/status', { MessageSid, MessageStatus: 'delivered' })
  await deliver('/webhooks/twilio/status', { MessageSid, MessageStatus: 'sent' })
  await vi.waitFor(async () => expect((await thread()).at(-1)?.delivery).toBe('delivered'))
})

test('delivered once more, the message is not answered once more', async () => {
  const before = emulator.requests()
  const form = { MessageSid: 'SM1', From: '+33639980001', To: '+33937000000', Body: '' }
  const responses = await Promise.all([1, 2, 3].map(() => deliver('/webhooks/twilio/sms', form)))
  expect(responses.map(({ status }) => status)).toEqual([200, 200, 200])
  await new Promise((done) => setTimeout(done, 1_000))
  expect(emulator.requests()).toBe(before)
})
