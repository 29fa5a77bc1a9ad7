import { expect, test } from 'vitest'
import type { Sent } from '#bot/ports/channel.ts'
import type { Outgoing } from '#bot/ports/message.ts'
import { makeDeliver } from './deliver.ts'
import { anOutgoing, aPerson, aTurn, aWorld, type TestWorld } from './world.fixture.ts'

const firstTry = { jobId: 'deliver:m1', tries: 0, crashes: 0 }

/** A person who is owed one bubble, and a provider that answers what the test says. */
async function aDelivery(answers: readonly (Sent | Error)[]) {
  const world = aWorld()
  const personId = await aPerson(world)
  await aTurn(world, personId, { outgoing: [anOutgoing(world, personId)] })
  const sent: Outgoing[] = []
  const left = [...answers]
  const send = async (message: Outgoing): Promise<Sent> => {
    sent.push(message)
    const answer = left.shift() ?? { outcome: 'sent' }
    if (answer instanceof Error) throw answer
    return answer
  }
  const deps = {
    ...world.stores,
    senders: { sms: { send } },
    clock: world.clock,
    chance: () => 0,
  }
  return { world, personId, sent, deliver: makeDeliver(deps) }
}

async function state({ stores }: TestWorld, personId: string) {
  const thread = await stores.thread.ofPerson(personId)
  return thread.find(({ id }) => id === 'm1')?.delivery
}

test('a bubble leaves once, even when the job runs twice', async () => {
  const { world, personId, sent, deliver } = await aDelivery([
    { outcome: 'sent', externalId: 'SM1', segments: 1 },
  ])
  expect(await deliver({ messageId: 'm1' }, firstTry)).toBeUndefined()
  expect(await deliver({ messageId: 'm1' }, firstTry)).toBeUndefined()
  expect(sent.map(({ text }) => text)).toEqual(['Bonjour'])
  expect(await state(world, personId)).toBe('sent')
})

test('a bubble that certainly did not leave is tried again, later and later, five times', async () => {
  const busy: Sent = { outcome: 'retry', code: '429' }
  const { world, personId, sent, deliver } = await aDelivery([busy, busy, busy, busy, busy, busy])
  const waits: number[] = []
  for (let tries = 0; tries < 5; tries += 1) {
    const ran = await deliver({ messageId: 'm1' }, { ...firstTry, tries })
    if (ran) waits.push(ran.postpone.getTime() - world.clock.now().getTime())
  }
  expect(waits).toEqual([10_000, 20_000, 40_000, 80_000])
  expect(sent).toHaveLength(5)
  expect(await state(world, personId)).toBe('failed')
})

test('a bubble that may have left is never sent again, and stays visible', async () => {
  const { world, personId, sent, deliver } = await aDelivery([
    { outcome: 'unknown', code: 'timeout' },
  ])
  expect(await deliver({ messageId: 'm1' }, firstTry)).toBeUndefined()
  await deliver({ messageId: 'm1' }, firstTry)
  expect(sent).toHaveLength(1)
  expect(await state(world, personId)).toBe('unknown')
})

test('a process that died while sending leaves the bubble unknown, once it is certain', async () => {
  const { world, personId, sent, deliver } = await aDelivery([])
  const claimedAt = new Date(world.clock.now().getTime() - 30_000)
  await world.stores.thread.claim('m1', claimedAt)
  const ran = await deliver({ messageId: 'm1' }, firstTry)
  expect(ran).toEqual({ postpone: new Date(claimedAt.getTime() + 120_000) })
  expect(await state(world, personId)).toBe('sending')

  const deps = { ...world.stores, senders: {}, clock: { now: () => ran?.postpone ?? claimedAt } }
  await makeDeliver(deps)({ messageId: 'm1' }, firstTry)
  expect(sent).toEqual([])
  expect(await state(world, personId)).toBe('unknown')
})

test('a sender that breaks its promise and throws leaves the bubble unknown', async () => {
  const { world, personId, deliver } = await aDelivery([new TypeError('of the provider')])
  await deliver({ messageId: 'm1' }, firstTry)
  expect(await state(world, personId)).toBe('unknown')
})

test('somebody who said stop to the provider is opted out here too', async () => {
  const { world, personId, deliver } = await aDelivery([{ outcome: 'opted-out' }])
  await deliver({ messageId: 'm1' }, firstTry)
  expect((await world.stores.people.find(personId))?.hasOptedOut).toBe(true)
  expect(await state(world, personId)).toBe('failed')
})

test('a channel that is switched off fails for good', async () => {
  const { world, personId } = await aDelivery([])
  const deliver = makeDeliver({ ...world.stores, senders: {}, clock: world.clock })
  expect(await deliver({ messageId: 'm1' }, firstTry)).toBeUndefined()
  expect(await state(world, personId)).toBe('failed')
})

test('a path back that cannot be read is certain not to have left', async () => {
  const { world, personId, sent } = await aDelivery([])
  const inbox = { returnPath: () => Promise.reject(new Error('the database went away')) }
  const send = async (): Promise<Sent> => ({ outcome: 'sent' })
  const deps = { ...world.stores, inbox, senders: { sms: { send } }, clock: world.clock }
  expect(await makeDeliver(deps)({ messageId: 'm1' }, firstTry)).toHaveProperty('postpone')
  expect(sent).toEqual([])
  expect(await state(world, personId)).toBe('queued')
})
