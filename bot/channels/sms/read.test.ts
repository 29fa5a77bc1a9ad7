import { expect, test } from 'vitest'
import { readTwilioMessage } from './read.ts'

const aForm = (changes: Record<string, unknown> = {}) => ({
  MessageSid: 'SM00000000000000000000000000000001',
  AccountSid: 'AC00000000000000000000000000000000',
  From: '+33639980001',
  To: '+33937000000',
  Body: 'slt',
  NumMedia: '0',
  NumSegments: '1',
  ...changes,
})

test('a text message is read, and parameters nobody told us about do no harm', () => {
  expect(readTwilioMessage(aForm({ NouveauParametre: 'x', ChannelMetadata: '{}' }))).toEqual({
    channel: 'sms',
    address: '+33639980001',
    externalId: 'SM00000000000000000000000000000001',
    text: 'slt',
    attachments: 0,
  })
})

test('pictures are counted, never fetched', () => {
  const read = readTwilioMessage(
    aForm({ Body: '', NumMedia: '2', MediaUrl0: 'http://169.254.169.254/latest' }),
  )
  expect(read).toMatchObject({ text: '', attachments: 2 })
  expect(JSON.stringify(read)).not.toContain('169.254')
})

test.each([
  ['STOP', 'stop'],
  ['START', 'start'],
  ['HELP', 'help'],
])('the opt-out word Twilio handled (%s) is told', (type, optOut) => {
  expect(readTwilioMessage(aForm({ Body: 'x', OptOutType: type }))?.optOut).toBe(optOut)
})

test.each([
  'A aimé « On se voit mardi ? »',
  'A aimé “Ok”',
  'N’a pas aimé « Réponds 1 ou 2 »',
  'A réagi avec 😂 à « Bien. Alors tu sais »',
  'A adoré une image',
  'Liked “On se voit mardi ?”',
  '👍 à « Bien. »',
  'A retiré un « J’aime » de « Bien. »',
])('what a telephone writes by itself is not a message: %s', (text) => {
  expect(readTwilioMessage(aForm({ Body: text }))).toBeUndefined()
})

test.each([
  'a aimé le travail en équipe',
  'Il a aimé mon travail alors il m’a repris',
  'liked it',
  '😂',
  '1 à 2 fois par semaine',
  "<b>J'ai fait la plonge</b> & le ménage",
  'a ri de moi le chef',
])('what a person writes is kept as it is: %s', (text) => {
  expect(readTwilioMessage(aForm({ Body: text }))?.text).toBe(text)
})

test('a long message in base64 is decoded; a word of letters and figures is not', () => {
  const text = 'Je faisais la plonge et le service chez mon oncle tout l’été dernier.'
  const encoded = Buffer.from(text).toString('base64')
  expect(readTwilioMessage(aForm({ Body: encoded }))?.text).toBe(text)
  expect(readTwilioMessage(aForm({ Body: 'plongeplonge' }))?.text).toBe('plongeplonge')
  expect(readTwilioMessage(aForm({ Body: 'a'.repeat(64) }))?.text).toBe('a'.repeat(64))
})

test('characters the database cannot keep do not lose the message', () => {
  expect(readTwilioMessage(aForm({ Body: 'a\u0000b\ud800c' }))?.text).toBe('ab\ufffdc')
})

test('an empty body is a message; no sender, or one that cannot be answered, is not', () => {
  expect(readTwilioMessage({ MessageSid: 'SM1', From: '+33639980001' })?.text).toBe('')
  for (const From of [undefined, '', '36123', 'LaPoste', 'whatsapp:+33639980001']) {
    expect(readTwilioMessage(aForm({ From }))).toBeUndefined()
  }
  expect(readTwilioMessage(aForm({ MessageSid: undefined }))).toBeUndefined()
  expect(readTwilioMessage(undefined)).toBeUndefined()
})
