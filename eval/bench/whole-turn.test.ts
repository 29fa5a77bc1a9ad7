import { expect, onTestFinished, test } from 'vitest'
import { memoryStores } from '#bot/ports/memory-stores.ts'
import { memoryWorld } from '#bot/ports/memory-world.ts'
import { openSearchAside } from '../open-search-aside.ts'
import { makeConversation, script, volumeOfTurn } from './whole-turn.ts'

test('a conversation of the bench is a real one: every message answered, a CV line, one person each', async () => {
  const { search, close } = await openSearchAside(undefined)
  onTestFinished(close)
  const world = memoryWorld()
  const play = makeConversation(memoryStores({}, world), search)
  const [first, second] = await Promise.all([play(), play()])
  expect([first?.length, second?.length]).toEqual([script.length, script.length])
  expect(world.people.size).toBe(2)
  for (const { version, record } of world.conversations.values()) {
    expect(version).toBe(script.length)
    expect(record.experiences).toHaveLength(1)
  }
})

test('the volume of a turn counts the message, its job and all that is committed', async () => {
  const { search, close } = await openSearchAside(undefined)
  onTestFinished(close)
  const { rows, bytes } = await volumeOfTurn(memoryStores(), search)
  expect(rows).toBeGreaterThanOrEqual(6)
  expect(rows).toBeLessThan(30)
  expect(bytes).toBeGreaterThan(50)
})
