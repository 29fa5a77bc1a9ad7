import twilio from 'twilio'
import { expect, test } from 'vitest'
import { isSignedByTwilio } from './signature.ts'

const authToken = 'auth-token-of-a-test'
const publicUrl = 'https://raconte.example.org'
const path = '/webhooks/twilio/sms?source=fallback'
const form = { From: '+33639980001', Body: 'slt', ToutNouveau: 'x' }
const signature = twilio.getExpectedTwilioSignature(authToken, publicUrl + path, form)
const aRequest = (changes: object = {}) => ({
  authToken,
  publicUrl,
  path,
  signature,
  form,
  ...changes,
})

test('a request signed for our public address, query and unknown parameters included, is genuine', () => {
  expect(isSignedByTwilio(aRequest())).toBe(true)
})

test.each([
  ['no signature', { signature: undefined }],
  ['an empty one', { signature: '' }],
  ['two of them', { signature: [signature, signature] }],
  ['another account', { authToken: 'another' }],
  ['another address', { path: '/webhooks/twilio/status' }],
  ['another host', { publicUrl: 'https://evil.example.org' }],
  ['a changed parameter', { form: { ...form, Body: 'stop' } }],
  ['one parameter more', { form: { ...form, NumMedia: '1' } }],
  ['a parameter given twice', { form: { ...form, Body: ['slt', 'slt'] } }],
  ['no form at all', { form: undefined }],
])('a request with %s is not', (_, changes) => {
  expect(isSignedByTwilio(aRequest(changes))).toBe(false)
})
