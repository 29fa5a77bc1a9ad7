import { expect, test } from 'vitest'
import { openDialogue } from '#bot/dialogue/open-dialogue.ts'
import { memoryStores } from '#bot/ports/memory-stores.ts'
import type { SkillSearch } from '#bot/ports/skill-search.ts'
import { makeAcceptMessage } from './accept-message.ts'
import { makeReceiveMessages } from './receive-messages.ts'

const nothing: SkillSearch = {
  link: async () => ({ deeds: [], skills: [], jobs: [], none: true }),
}

/** The real use cases on memory stores; the clock moves by hand. */
function aHouse(search: SkillSearch = nothing) {
  let now = new Date('2026-11-17T11:00:00Z')
  let count = 0
  const stores = memoryStores({ now: () => now })
  const deps = {
    ...stores,
    dialogue: openDialogue(),
    search,
    queue: { add: async () => undefined },
    clock: { now: () => now },
    ids: { next: () => `n${++count}` },
    makeSpaceLink: async () => 'https://raconte.example/moi/abc',
  }
  const acceptMessage = makeAcceptMessage(deps)
  return {
    stores,
    receive: makeReceiveMessages(deps),
    pass: (seconds: number) => {
      now = new Date(now.getTime() + seconds * 1000)
    },
    write: (text: string, externalId = `m${++count}`) =>
      acceptMessage({ channel: 'sms', address: '+33639980001', externalId, text, attachments: 0 }),
    async said(personId: string) {
      const thread = await stores.thread.ofPerson(personId)
      return thread.filter((message) => message.author === 'robot').map((message) => message.text)
    },
  }
}

test('three messages of one thought are answered once, after the last', async () => {
  const house = aHouse()
  const { personId } = await house.write('slt')
  house.pass(5)
  await house.write('ca va')
  house.pass(5)
  expect(await house.receive(personId)).toMatchObject({ outcome: 'wait' })
  house.pass(4)
  expect(await house.receive(personId)).toMatchObject({ outcome: 'answered' })
  expect(await house.said(personId)).toHaveLength(1)
})

test('nothing new gets no answer', async () => {
  const house = aHouse()
  const { personId } = await house.write('slt')
  house.pass(10)
  await house.receive(personId)
  expect(await house.receive(personId)).toEqual({ outcome: 'nothing' })
})

test('the same message delivered five times is answered once', async () => {
  const house = aHouse()
  const [first] = await Promise.all(Array.from({ length: 5 }, () => house.write('slt', 'SM1')))
  house.pass(10)
  const personId = first?.personId ?? ''
  await Promise.all(Array.from({ length: 5 }, () => house.receive(personId)))
  expect(await house.said(personId)).toHaveLength(1)
})

test('two workers on one person play one turn each, never the same', async () => {
  const house = aHouse()
  const { personId } = await house.write('slt')
  house.pass(10)
  await house.receive(personId)
  await house.write('oui')
  house.pass(10)
  await Promise.all([house.receive(personId), house.receive(personId)])
  const { conversation, pending } = await house.stores.conversations.load(personId)
  expect(conversation?.version).toBe(2)
  expect(pending).toEqual([])
  expect(await house.said(personId)).toHaveLength(2)
})

test('STOP and danger do not wait for the end of the burst', async () => {
  const house = aHouse()
  const { personId } = await house.write('slt')
  house.pass(10)
  await house.receive(personId)
  await house.write('jai avalé tous mes medoc jveu mourir')
  expect(await house.receive(personId)).toMatchObject({ outcome: 'answered' })
  await house.write('STOP')
  expect(await house.receive(personId)).toMatchObject({ outcome: 'answered' })
  expect((await house.stores.conversations.load(personId)).hasOptedOut).toBe(true)
})

test('a private number is masked before it is stored, and a long message is cut', async () => {
  const house = aHouse()
  const { personId } = await house.write('mon num 2 99 05 75 116 001 02')
  await house.write('a'.repeat(20_000))
  const [first, second] = await house.stores.thread.ofPerson(personId)
  expect(first?.text).toBe('mon num [information personnelle retirée]')
  expect(second?.text).toHaveLength(5000)
})

test('a search that fails leaves the message to be heard again', async () => {
  let isBroken = true
  const house = aHouse({
    link: async (text) => {
      if (isBroken) throw new Error('no search')
      return nothing.link(text)
    },
  })
  const { personId } = await house.write('slt')
  house.pass(10)
  await expect(house.receive(personId)).rejects.toThrow('no search')
  isBroken = false
  expect(await house.receive(personId)).toMatchObject({ outcome: 'answered' })
})

test('a private number across the place where a long message is cut is masked too', async () => {
  const house = aHouse()
  const { personId } = await house.write(`${'blabla '.repeat(713)} 2 99 05 75 116 001 02`)
  const [message] = await house.stores.thread.ofPerson(personId)
  expect(message?.text.length).toBeLessThanOrEqual(5000)
  expect(message?.text.slice(4900)).not.toMatch(/\d/)
})
