import { expect, test } from 'vitest'
import type { ThreadMessage } from '#bot/ports/message.ts'
import { textOf } from '../browser.fixture.ts'
import { html, renderDocument } from '../html.ts'
import { alertList, type ShownAlert, toldAfter } from './alert-list.ts'

const now = new Date('2026-11-20T09:00:00Z')
const view = {
  counsellor: { id: 'c', name: 'Claire', email: 'c@ml.fr', role: 'counsellor', structureId: 's' },
  csrf: 'x',
  now,
  hasMailbox: true,
} as const

const anAlert = (changes: Partial<ShownAlert>): ShownAlert => ({
  id: 'a',
  personId: 'p',
  structureId: 's',
  level: 2,
  kind: 'suicide',
  messageId: 'm',
  at: now,
  told: [],
  ...changes,
})

const shown = (...alerts: ShownAlert[]) =>
  textOf(renderDocument(html`<main>${alertList(alerts, view)}</main>`))

test('the gravest alert comes first, with its subject', () => {
  const text = shown(anAlert({ id: 'b' }), anAlert({ level: 3, kind: 'weapon' }))
  expect(text).toContain('2 alertes')
  expect(text.indexOf('Danger immédiat possible : arme')).toBeLessThan(
    text.indexOf('Détresse : idées suicidaires'),
  )
})

test('somebody who asks for a counsellor is not said to be unwell', () => {
  const text = shown(anAlert({ level: 1, kind: 'human-asked' }))
  expect(text).toContain('Demande à parler à un conseiller')
  expect(text).not.toContain('mal-être')
})

test('what the robot answered stops at the person’s next words', () => {
  const thread = [
    ['m0', 'robot', 'Raconte.'],
    ['m1', 'person', 'sa va pas'],
    ['m2', 'robot', 'Je t’ai bien lu.'],
    ['m3', 'person', 'oui'],
    ['m4', 'robot', 'D’accord.'],
  ] as const
  const messages = thread.map(
    ([id, author, text], position): ThreadMessage => ({
      id,
      author,
      text,
      position,
      personId: 'p',
      channel: 'sms',
      address: '+33639980001',
      choices: [],
      at: now,
    }),
  )
  expect(toldAfter(messages, 'm1')).toEqual(['Je t’ai bien lu.'])
})
