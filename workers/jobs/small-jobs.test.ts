import { expect, test } from 'vitest'
import { Unavailable } from '#portfolio/errors.ts'
import { makeErase } from './erase.ts'
import { makeMailJob } from './mail.ts'
import { makeNudgeJob } from './nudge.ts'
import { makeReceive } from './receive.ts'
import { aPerson, aWorld } from './world.fixture.ts'

const context = { jobId: 'job', tries: 0, crashes: 0 }
const aMail = { id: 'x', to: 'a@b.fr', subject: 's', text: 't', createdAt: new Date(0) }

test('somebody who is still writing is answered later', async () => {
  const until = new Date('2026-11-22T12:00:08Z')
  const turns = [{ outcome: 'wait', until } as const, { outcome: 'answered' } as const]
  const heard: string[] = []
  const receive = makeReceive({
    receiveMessages: async (personId) => {
      heard.push(personId)
      return turns.shift() ?? { outcome: 'nothing' }
    },
  })
  expect(await receive({ personId: 'p' }, context)).toEqual({ postpone: until })
  expect(await receive({ personId: 'p' }, context)).toBeUndefined()
  expect(await receive({ personId: 'p' }, context)).toBeUndefined()
  expect(heard).toEqual(['p', 'p', 'p'])
})

test('a mail leaves once, even when the job runs twice', async () => {
  const { stores, clock } = aWorld()
  await stores.mails.post(aMail)
  const left: string[] = []
  const mailSender = { send: async ({ id }: { id: string }) => void left.push(id) }
  const mail = makeMailJob({ ...stores, mailSender, clock })
  await mail({ mailId: 'x' }, context)
  await mail({ mailId: 'x' }, context)
  await mail({ mailId: 'gone' }, context)
  expect(left).toEqual(['x'])
  expect((await stores.mails.find('x'))?.sentAt).toEqual(clock.now())
})

test('a mail that no server took stays to be sent', async () => {
  const { stores, clock } = aWorld()
  await stores.mails.post(aMail)
  const mailSender = { send: () => Promise.reject(new Unavailable('smtp')) }
  const mail = makeMailJob({ ...stores, mailSender, clock })
  await expect(mail({ mailId: 'x' }, context)).rejects.toThrow(Unavailable)
  expect((await stores.mails.find('x'))?.sentAt).toBeUndefined()
})

test('erasing twice is erasing once', async () => {
  const world = aWorld()
  const personId = await aPerson(world)
  const erase = makeErase(world.stores)
  await erase({ personId }, context)
  expect(await world.stores.people.find(personId)).toBeUndefined()
  expect(await erase({ personId }, context)).toBeUndefined()
})

test('a nudge waits for the morning', async () => {
  const until = new Date('2026-11-23T09:00:00Z')
  const nudged: object[] = []
  const nudge = makeNudgeJob({
    nudge: async (silent) => {
      nudged.push(silent)
      return nudged.length === 1 ? { outcome: 'wait', until } : { outcome: 'nudged' }
    },
  })
  const silent = { personId: 'p', version: 4 }
  expect(await nudge(silent, context)).toEqual({ postpone: until })
  expect(await nudge(silent, context)).toBeUndefined()
  expect(nudged).toEqual([silent, silent])
})
