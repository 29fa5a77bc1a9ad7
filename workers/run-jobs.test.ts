import { expect, test } from 'vitest'
import type { OutboxJob } from '#bot/ports/jobs.ts'
import { NotFound, Unavailable } from '#portfolio/errors.ts'
import type { Handlers } from './handlers.ts'
import { aWorld, minute, type TestWorld } from './jobs/world.fixture.ts'
import { makeRunJob } from './run-jobs.ts'

/** One open mail job, and a worker whose mail handler does what the test says. */
async function aJob(mail: Handlers['mail'], world: TestWorld = aWorld()) {
  const id = 'mail:x'
  const row: OutboxJob = {
    id,
    name: 'mail',
    payload: { mailId: 'x' },
    notBefore: world.clock.now(),
  }
  await world.stores.outbox.add([row])
  const logged: string[] = []
  const write = (data: object, message: string) => logged.push(`${JSON.stringify(data)} ${message}`)
  const runJob = makeRunJob({
    outbox: world.stores.outbox,
    handlers: { ...idleHandlers(), mail },
    clock: world.clock,
    chance: () => 0,
    log: { info: write, warn: write, error: write },
  })
  const state = async () => (await world.stores.outbox.find(id))?.state
  return { world, id, runJob, state, logged }
}

/** Handlers that must not be called. */
function idleHandlers(): Handlers {
  const wrong = () => Promise.reject(new Error('the handler of another job was called'))
  return {
    receive: wrong,
    deliver: wrong,
    assemble: wrong,
    render: wrong,
    alert: wrong,
    nudge: wrong,
    mail: wrong,
    erase: wrong,
  }
}

test('a job gets its own payload and is done once', async () => {
  const seen: string[] = []
  const { id, runJob, state } = await aJob(async ({ mailId }, { jobId }) => {
    seen.push(`${mailId} ${jobId}`)
    return undefined
  })
  expect(await runJob(id)).toBeUndefined()
  expect(await runJob(id)).toBeUndefined()
  expect(seen).toEqual(['x mail:x'])
  expect(await state()).toBe('done')
})

test('a job that the outbox does not know is left alone', async () => {
  const { runJob, world } = await aJob(() => Promise.reject(new Error('called')))
  expect(await runJob('mail:forgotten')).toBeUndefined()
  expect(await world.stores.outbox.counts()).toEqual({ open: 1, dead: 0 })
})

test('a job handed out too early goes back', async () => {
  let runs = 0
  const { id, runJob, world } = await aJob(async () => {
    runs += 1
    return undefined
  })
  const later = new Date(world.clock.now().getTime() + minute)
  await world.stores.outbox.postpone(id, later)
  expect(await runJob(id)).toEqual({ postpone: later })
  expect(runs).toBe(0)
  world.pass(minute)
  await runJob(id)
  expect(runs).toBe(1)
})

test('a job that asks to wait is due later, in the outbox too', async () => {
  const at = new Date('2026-11-22T12:15:00Z')
  const { id, runJob, world } = await aJob(async () => ({ postpone: at }))
  expect(await runJob(id)).toEqual({ postpone: at })
  expect((await world.stores.outbox.find(id))?.notBefore).toEqual(at)
})

test('a service that does not answer is asked again for ever, ever more rarely', async () => {
  const { id, runJob, state, world } = await aJob(() => Promise.reject(new Unavailable('smtp')))
  const waits: number[] = []
  for (let tries = 0; tries < 12; tries += 1) {
    const ran = await runJob(id, { tries, crashes: 0 })
    const wait = (ran?.postpone.getTime() ?? 0) - world.clock.now().getTime()
    waits.push(wait / 1_000)
    world.pass(wait)
  }
  expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600, 600])
  expect(await state()).toBe('open')
})

test('a poison job is tried three times, then dead, with a reason without its words', async () => {
  let runs = 0
  const { id, runJob, state, world, logged } = await aJob(() => {
    runs += 1
    return Promise.reject(new TypeError('Inès 06 12 34 56 78'))
  })
  for (let i = 0; i < 6; i += 1) {
    const ran = await runJob(id)
    if (ran) world.pass(minute)
  }
  expect(runs).toBe(3)
  expect(await state()).toBe('dead')
  expect(world.world.jobs.get(id)?.reason).toBe('TypeError in mail')
  expect(logged.join()).not.toMatch(/Inès|06 12/)
  expect(logged).toHaveLength(3)
})

test('a job that keeps killing its process is dead without being run again', async () => {
  let runs = 0
  const { id, runJob, state, world } = await aJob(async () => {
    runs += 1
    return undefined
  })
  await runJob(id, { tries: 0, crashes: 3 })
  expect(runs).toBe(0)
  expect(await state()).toBe('dead')
  expect(world.world.jobs.get(id)?.reason).toBe('Crash in mail')
})

test('what does not exist is not looked for again', async () => {
  const { id, runJob, state, world } = await aJob(() =>
    Promise.reject(new NotFound('no such draft')),
  )
  await runJob(id)
  expect(await state()).toBe('dead')
  expect(world.world.jobs.get(id)?.reason).toBe('NotFound in mail')
})

test('an outbox that does not answer leaves the job to the relay', async () => {
  const { id, world } = await aJob(async () => undefined)
  const outbox = { ...world.stores.outbox, done: () => Promise.reject(new Error('away')) }
  const runJob = makeRunJob({
    outbox: { ...outbox, postpone: () => Promise.reject(new Unavailable('postgres')) },
    handlers: { ...idleHandlers(), mail: async () => undefined },
    clock: world.clock,
  })
  await expect(runJob(id)).rejects.toThrow(Unavailable)
  expect((await world.stores.outbox.find(id))?.state).toBe('open')
})
