import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDialogue } from '#bot/dialogue/open-dialogue.ts'
import { gsmSafe, segments } from '#bot/french/gsm-7.ts'
import type { Conversation } from '#bot/ports/conversation-store.ts'
import { newInterview } from '#bot/ports/interview.ts'
import { findDanger } from '#bot/safety/find-danger.ts'
import { newRecord } from '#portfolio/new-record.ts'
import { type OpenedSearch, openSearch } from '#retrieval/index.ts'
import type { Source } from './heard.ts'
import { takeTurn } from './take-turn.ts'
import type { Turn } from './talk.ts'

let opened: OpenedSearch
beforeAll(async () => {
  opened = await openSearch({ DATA_DIR: mkdtempSync(join(tmpdir(), 'raconte-engine-')) })
})
afterAll(() => opened.close())

const dialogue = openDialogue()
const now = new Date('2026-11-17T11:00:00Z')
const start: Conversation = {
  personId: 'p',
  version: 0,
  interview: newInterview,
  record: newRecord('p'),
}

async function hear(
  conversation: Conversation,
  text: string,
  channel: 'sms' | 'web' = 'web',
): Promise<Turn> {
  const id = `m${conversation.version}`
  let count = 0
  const held = conversation.interview.heldBack
  const sources: Source[] = [...held, { messageId: id, text }]
  const message = {
    id,
    personId: 'p',
    channel,
    address: 'a',
    text,
    attachments: 0,
    masked: [],
    receivedAt: now,
  }
  return takeTurn({ dialogue, now, nextId: () => `${id}-${++count}` }, conversation, {
    messages: [message],
    answer: text,
    sources,
    linked: await opened.search.link(sources.map((source) => source.text).join('\n')),
    danger: findDanger(text),
    spaceLink: 'https://raconte.example/moi/abcdefghijklmnop',
  })
}

async function play(texts: readonly string[], channel: 'sms' | 'web' = 'web'): Promise<Turn[]> {
  const turns: Turn[] = []
  for (const text of texts)
    turns.push(await hear(turns.at(-1)?.conversation ?? start, text, channel))
  return turns
}

/** What young people really write, and what they write by accident. */
const anything = fc.oneof(
  fc.constantFrom(
    'oui',
    'non',
    'jsp',
    '?',
    '1',
    '2',
    '1 3',
    'tout',
    'aucune',
    'passer',
    'retour',
    'pause',
    'aide',
    'merci',
    'lol',
    'bof',
    'où j’en suis',
    'corriger',
    'enlève la 1',
    'c pas quick c lidl',
    'Lina Benali',
    'depuis 2 ans',
    'chez Lidl',
    'mdr g failli mourir',
    'jfesé la plonge o resto de mon oncle',
    'jai gardé mes petits freres',
    'j’encaissais les clients et je rangeais les rayons',
    'j’ai fait un stage en crèche, je changeais les couches',
    'je veux devenir infirmière',
    'mon frère faisait la plonge',
    '👍',
    '🔥🔥',
    'i was working in a kitchen with my cousin',
    'stop avec tes questions',
    'erreur',
    '[information personnelle retirée]',
    '',
  ),
  fc.string({ maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
)

test('whatever is written, in any order, the robot answers and never says the same thing twice in a row', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anything, { minLength: 3, maxLength: 14 }), async (texts) => {
      const turns = await play(['slt', 'oui', ...texts])
      let last = ''
      for (const { bubbles, conversation } of turns) {
        expect(bubbles.length).toBeGreaterThan(0)
        expect(bubbles.length).toBeLessThanOrEqual(2)
        for (const { text } of bubbles) {
          expect(text).not.toBe(last)
          expect(text).not.toMatch(/[{}]|undefined/)
          last = text
        }
        expect(conversation.interview.misunderstood).toBeLessThan(3)
      }
    }),
    { numRuns: 60 },
  )
}, 60_000)

test('every deed, claim and line points at words the person wrote', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anything, { minLength: 3, maxLength: 10 }), async (texts) => {
      const all = ['slt', 'oui', ...texts]
      const record = (await play(all)).at(-1)?.conversation.record
      const quotes = [
        ...(record?.experiences.flatMap((e) => e.deeds.map((deed) => deed.quote)) ?? []),
        ...(record?.claims.flatMap((claim) => claim.quotes) ?? []),
      ]
      for (const { messageId, start: from, end, text } of quotes) {
        expect(all[Number(messageId.slice(1))]?.slice(from, end)).toBe(text)
      }
      expect(record?.claims.every((claim) => claim.quotes.length > 0)).toBe(true)
    }),
    { numRuns: 40 },
  )
}, 60_000)

test('the same words on the same state give the same turn', async () => {
  const before =
    (await play(['slt', 'oui', 'jfesé la plonge o resto'])).at(-1)?.conversation ?? start
  expect(await hear(before, 'lina')).toEqual(await hear(before, 'lina'))
})

test('shows a CV line at the third message', async () => {
  const turns = await play(
    ['slt', 'oui', 'jfesé la plonge o resto de mon oncle lété dernier pi des foi je servé en sal'],
    'sms',
  )
  expect(turns[2]?.bubbles[0]?.text).toContain(
    'Plonge et service en salle, restaurant familial, été 2026',
  )
})

test('a mail address or a number told at any moment goes to the head of the CV', async () => {
  const turns = await play([
    'slt',
    'oui',
    'jfesé la plonge o resto',
    'mon mail c lina.b@exemple.fr',
    'Lina Benali',
    '06 39 98 12 34',
  ])
  const record = turns.at(-1)?.conversation.record
  expect(record?.email).toMatchObject({ value: 'lina.b@exemple.fr' })
  expect(record?.phone).toMatchObject({ value: '06 39 98 12 34' })
  expect(record?.lastName).toMatchObject({ value: 'Benali' })
  expect(turns[3]?.conversation.interview.asked?.step).toBe('full-name')
})

test('keeps nothing of what was told before the consent was refused', async () => {
  const turns = await play(['jai gardé des enfants chez ma voisine', 'non'])
  expect(turns.at(-1)?.conversation.interview.heldBack).toEqual([])
  expect(turns.at(-1)?.conversation.record.experiences).toEqual([])
})

test('danger stops everything, and the next turn asks how it goes', async () => {
  const turns = await play([
    'slt',
    'oui',
    'jfesé la plonge o resto',
    'jai avalé tous mes medoc jveu mourir',
    'je sais pas',
  ])
  expect(turns[3]?.bubbles[0]?.text).toContain('112')
  expect(turns[3]?.alerts).toEqual([{ level: 3, kind: 'suicide' }])
  expect(turns[3]?.conversation.interview.mode).toBe('danger')
  expect(turns[4]?.bubbles[0]?.text).toMatch(/Comment vas-tu/)
})

test('a counsellor who holds the thread silences the robot', async () => {
  const before = (await play(['slt', 'oui'])).at(-1)?.conversation ?? start
  const held = { ...before, interview: { ...before.interview, mode: 'taken-over' as const } }
  const turn = await hear(held, 'jfesé la plonge')
  expect(turn.bubbles).toEqual([])
  expect(turn.conversation.record).toEqual(before.record)
})

test('after STOP an SMS gets no answer until REPRENDRE', async () => {
  const turns = await play(['slt', 'oui', 'STOP', 'tu es la ?', 'reprendre'], 'sms')
  expect(turns[2]?.wishes).toEqual(['opt-out'])
  expect(turns[3]?.bubbles).toEqual([])
  expect(turns[4]?.wishes).toEqual(['opt-in'])
  expect(turns[4]?.bubbles).toHaveLength(1)
})

test('an ordinary conversation stays within one SMS a bubble, two when it lists', async () => {
  const turns = await play(
    [
      'slt',
      'oui',
      'jfesé la plonge o resto de mon oncle',
      'lina',
      'je servé en salle é jencaissai',
      'tout',
      'non',
      '2',
      'non',
      'oui',
    ],
    'sms',
  )
  const sizes = turns.flatMap(({ bubbles }) =>
    bubbles.map(
      ({ text, choices }) =>
        segments(gsmSafe([text, ...choices.map((c, i) => `${i + 1} ${c}`)].join(' '))).segments,
    ),
  )
  expect(Math.max(...sizes)).toBeLessThanOrEqual(2)
  expect(sizes.filter((size) => size === 1).length / sizes.length).toBeGreaterThan(0.7)
})
