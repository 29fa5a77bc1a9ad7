import { expect, test } from 'vitest'
import { apiConfig, usesTwilio } from './config.ts'
import { BadSettings, checkConfigs, readConfig } from './read-config.ts'

const twilio = {
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'secret-de-twilio',
  TWILIO_FROM: '+33937000000',
}

function mistakesOf(env: Record<string, string>): string {
  try {
    checkConfigs(env, [apiConfig])
    return ''
  } catch (error) {
    return error instanceof BadSettings ? error.message : 'not a BadSettings'
  }
}

test('nothing has to be set to try it on a laptop', () => {
  const config = readConfig({}, apiConfig)
  expect(config).toMatchObject({
    PORT: 3000,
    HOST: '127.0.0.1',
    PUBLIC_URL: 'http://localhost:3000',
  })
  expect(usesTwilio(config)).toBe(false)
})

test('an empty variable counts as absent', () => {
  expect(readConfig({ PORT: '', TWILIO_ACCOUNT_SID: ' ' }, apiConfig).PORT).toBe(3000)
})

test('a final slash of the public address is dropped, as Twilio signs the address without it', () => {
  expect(readConfig({ PUBLIC_URL: 'https://raconte.example.org/' }, apiConfig).PUBLIC_URL).toBe(
    'https://raconte.example.org',
  )
})

test('every mistake is told at once, those between two settings included', () => {
  const said = mistakesOf({
    PORT: 'abc',
    DEMO: 'peut-être',
    TWILIO_AUTH_TOKEN: 'secret-de-twilio',
    MICROSOFT_APP_ID: 'id',
    TWILIO_FROM: '+33612345678',
  })
  for (const name of [
    'PORT',
    'DEMO',
    'TWILIO_ACCOUNT_SID',
    'MICROSOFT_APP_PASSWORD',
    'TWILIO_FROM',
  ]) {
    expect(said).toContain(`- ${name} `)
  }
})

test.each(['zzz', 'true', '1', '10.0.0.0/33', '10.0.0.0/8/8', '127.0.0.1,', '::1/129'])(
  'a proxy that cannot be one is told with the other mistakes: %s',
  (TRUST_PROXY) => {
    expect(mistakesOf({ TRUST_PROXY, PORT: 'abc' })).toMatch(/- PORT [\s\S]*- TRUST_PROXY /)
  },
)

test.each(['loopback', '10.0.0.0/8, 127.0.0.1', 'fd00::/8,::1', 'loopback,uniquelocal'])(
  'a proxy is named by its address, its network or its kind: %s',
  (TRUST_PROXY) => {
    expect(mistakesOf({ TRUST_PROXY })).toBe('')
  },
)

test('a mistake never repeats the value, which may be a secret', () => {
  expect(mistakesOf({ SESSION_SECRET: 'trop-court-secret' })).not.toContain('trop-court-secret')
})

test('Twilio with a French mobile number is refused at start, and told why', () => {
  for (const from of ['+33612345678', '+33 7 55 12 34 56', '0612345678', '0033712345678']) {
    expect(mistakesOf({ ...twilio, TWILIO_FROM: from })).toContain('Arcep 2022-1583')
  }
  expect(mistakesOf(twilio)).toBe('')
})

test('Twilio without anything to send from is refused at start', () => {
  const { TWILIO_FROM: _, ...withoutSender } = twilio
  expect(mistakesOf(withoutSender)).toContain('TWILIO_MESSAGING_SERVICE_SID')
})
