import { expect, test } from 'vitest'
import { memoryStores } from '#bot/ports/memory-stores.ts'
import { aToldStory } from '../told-story.fixture.ts'
import { reviewBlocks } from './review-blocks.ts'

test('each message is cut at its quotes, and each stretch knows the items that rest on it', async () => {
  const stores = memoryStores()
  const { personId, draft } = await aToldStory(stores)
  const [block] = reviewBlocks(draft, await stores.thread.ofPerson(personId))
  expect(block?.line?.heading).toBe('Plonge et service en salle')
  expect(block?.skills).toHaveLength(3)
  expect(block?.messages.map(({ pieces }) => pieces.map(({ text }) => text).join(''))).toEqual([
    'jfesé la plonge o resto de mon oncle lété dernier pi des foi je servé en sal',
    'je prené les comande jaméné les plat et lé gens payé a moi',
  ])
  const plonge = block?.messages[0]?.pieces.find(({ text }) => text === 'la plonge')
  expect(plonge?.items).toEqual(['line:resto', 'skill:c3'])
})

test('overlapping quotes are cut where they overlap', async () => {
  const stores = memoryStores()
  const { personId, draft } = await aToldStory(stores)
  const [line, skill] = draft.items
  const thread = await stores.thread.ofPerson(personId)
  const message = thread[1]
  if (!line || !skill || !message) throw new Error('the fixture has a line and a skill')
  const quoted = (start: number, end: number) => ({
    messageId: message.id,
    start,
    end,
    text: message.text.slice(start, end),
  })
  const items = [
    { ...line, quotes: [quoted(0, 15)] },
    { ...skill, quotes: [quoted(6, 20)] },
  ]
  const [block] = reviewBlocks({ ...draft, items }, thread)
  expect(block?.messages[0]?.pieces.map(({ text, items: on }) => [text, on.length])).toEqual([
    ['jfesé ', 1],
    ['la plonge', 2],
    [' o re', 1],
    ['sto de mon oncle lété dernier pi des foi je servé en sal', 0],
  ])
})

test('a quote whose message is gone is still shown', async () => {
  const { draft } = await aToldStory(memoryStores())
  const [block] = reviewBlocks(draft, [])
  expect(block?.messages[0]?.at).toBeUndefined()
  expect(block?.messages[0]?.pieces.map(({ text }) => text)).toContain('la plonge')
})

test('a quote that is not what the message says highlights nothing', async () => {
  const stores = memoryStores()
  const { personId, draft } = await aToldStory(stores)
  const items = draft.items.map((item) => ({
    ...item,
    quotes: item.quotes.map((quote) => ({ ...quote, text: 'autre chose' })),
  }))
  const [block] = reviewBlocks({ ...draft, items }, await stores.thread.ofPerson(personId))
  expect(block?.messages.flatMap(({ pieces }) => pieces.flatMap((piece) => piece.items))).toEqual(
    [],
  )
})
