import { expect, test } from 'vitest'
import type { ThreadMessage } from '#bot/ports/message.ts'
import { textOf } from './browser.fixture.ts'
import { renderDocument } from './html.ts'
import { threadList } from './thread-list.ts'

const names = { person: 'Léa', robot: 'Robot', counsellor: 'Conseil' }
const now = new Date('2026-11-20T09:00:00Z')

function shown(...thread: readonly ThreadMessage[]): string {
  return textOf(renderDocument(threadList(thread, { names, now, hasDelivery: true })))
}

function aMessage(changes: Partial<ThreadMessage> = {}): ThreadMessage {
  return {
    id: 'm1',
    personId: 'p1',
    channel: 'sms',
    address: '+33639980001',
    author: 'robot',
    text: 'Salut',
    choices: [],
    at: new Date('2026-11-19T09:00:00Z'),
    position: 1,
    ...changes,
  }
}

test('a message of ours says by which way it left, what became of it and what it cost', () => {
  expect(shown(aMessage({ delivery: 'delivered', segments: 2 }))).toContain(
    '10:00 · SMS · remis · 2 SMS',
  )
})

test('opening the chat is not a message, a picture without words is one', () => {
  expect(shown(aMessage({ author: 'person', channel: 'web', text: '' }))).toContain(
    'Aucun message pour le moment.',
  )
  expect(shown(aMessage({ author: 'person', text: '' }))).toContain('(message sans texte)')
})

test('each day has its name once', () => {
  const page = shown(
    aMessage(),
    aMessage({ id: 'm2', at: new Date('2026-11-19T15:00:00Z') }),
    aMessage({ id: 'm3', at: new Date('2026-11-20T08:00:00Z') }),
  )
  expect(page.match(/\d+ novembre/g)).toEqual(['19 novembre', '20 novembre'])
})
