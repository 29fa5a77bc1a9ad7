import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Redis } from 'ioredis'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  openTwilioEmulator,
  type TwilioEmulator,
} from '#bot/channels/sms/twilio-emulator.fixture.ts'
import { aDraft, aLine, aTurn, somebody } from '#bot/ports/store-fixtures.contract.ts'
import { openStores } from '#prisma/index.ts'
import { testDatabase } from '#prisma/test-database.fixture.ts'
import { freePort, type RaconteProcess, startProcess } from './raconte-process.fixture.ts'

/** A door and workers in two processes; Twilio is an emulator, and the witness of what left. */
const folder = mkdtempSync(join(tmpdir(), 'raconte-crash-'))
let database: Awaited<ReturnType<typeof testDatabase>>
let hand: pg.Client
let redis: Redis
let twilio: TwilioEmulator
let env: Record<string, string>
let door: RaconteProcess
let workers: RaconteProcess

beforeAll(async () => {
  if (!process.env.REDIS_URL) throw new Error('REDIS_URL must name a Redis server')
  // A numbered base of its own: this test empties it.
  const redisUrl = new URL(process.env.REDIS_URL)
  redisUrl.pathname = '/5'
  redis = new Redis(redisUrl.href)
  await redis.flushdb()
  database = await testDatabase()
  hand = new pg.Client({ connectionString: database.url })
  hand.on('error', () => {}) // dropping the database throws everybody out
  await hand.connect()
  twilio = await openTwilioEmulator()
  const PORT = await freePort()
  env = {
    DATABASE_URL: database.url,
    REDIS_URL: redisUrl.href,
    DATA_DIR: folder,
    PORT,
    PUBLIC_URL: `http://127.0.0.1:${PORT}`,
    TWILIO_ACCOUNT_SID: twilio.accountSid,
    TWILIO_AUTH_TOKEN: twilio.authToken,
    TWILIO_FROM: '+33937000000',
    TWILIO_API_URL: twilio.url,
  }
  door = await startProcess({ ...env, ROLE: 'api' })
  workers = await startProcess({ ...env, ROLE: 'workers' })
}, 60_000)

afterAll(async () => {
  await workers?.end('SIGKILL')
  await door?.end('SIGKILL')
  await twilio?.close()
  await redis?.flushdb()
  redis?.disconnect()
  await hand?.end()
  await database?.drop()
  rmSync(folder, { recursive: true, force: true })
})

const people = Array.from({ length: 20 }, (_, i) => `+336399800${String(i).padStart(2, '0')}`)
const lines = ['', 'oui', 'jai fait la plonge canari', 'jé servi en sal', 'ct lété dernier']
const idOf = (person: string, at: number) => `SM-${person}-${at}`
const confirmed = new Set<string>()

/** As Twilio delivers, twice at once; a 200 means that it will never come again. */
async function deliver(person: string, at: number): Promise<void> {
  const form = { MessageSid: idOf(person, at), From: person, To: '+33937000000' }
  const post = () =>
    twilio
      .deliver(`${env.PUBLIC_URL}/webhooks/twilio/sms`, { ...form, Body: lines[at] ?? '' })
      .then(({ status }) => status === 200 && confirmed.add(idOf(person, at)))
      .catch(() => false)
  await Promise.all([post(), post()])
}

const rows = async (statement: string) => (await hand.query(statement)).rows
const count = async (statement: string) => Number((await rows(statement))[0]?.count)
const waiting = () =>
  count(`SELECT (SELECT count(*) FROM message WHERE direction = 'in' AND handled_at IS NULL)
              + (SELECT count(*) FROM outbox WHERE state = 'open' AND name = 'receive') AS count`)

test('every message is kept and heard once, whoever is killed and whatever Redis forgets', async () => {
  const writing = Promise.all(
    people.map(async (person) => {
      for (const at of lines.keys()) {
        await deliver(person, at)
        await wait(Math.random() * 200)
      }
    }),
  )
  await wait(250)
  await workers.end('SIGKILL')
  await wait(100)
  await door.end('SIGKILL')
  await writing
  const beforeCrash = confirmed.size
  expect(beforeCrash).toBeGreaterThan(0)
  expect(beforeCrash).toBeLessThan(people.length * lines.length)

  const killed = [door.said(), workers.said()]
  door = await startProcess({ ...env, ROLE: 'api' })
  workers = await startProcess({ ...env, ROLE: 'workers' })
  for (const at of lines.keys())
    await Promise.all(
      people.map(async (person) => {
        if (!confirmed.has(idOf(person, at))) await deliver(person, at)
      }),
    )
  expect(confirmed.size).toBe(people.length * lines.length)
  await redis.flushdb()

  // 8 s of waiting for the end of what a person writes, then at most 10 s to find what was forgotten.
  await expect.poll(waiting, { timeout: 18_000, interval: 200 }).toBe(0)
  const heard = await rows(`SELECT external_id FROM message WHERE direction = 'in'`)
  expect(heard.map(({ external_id }) => external_id).sort()).toEqual([...confirmed].sort())

  const left = `SELECT count(*) FROM message WHERE direction = 'out' AND delivery = 'queued'`
  await expect.poll(() => count(left), { timeout: 10_000 }).toBe(0)
  const states = await rows(
    `SELECT delivery, count(*)::int FROM message WHERE direction = 'out' GROUP BY 1`,
  )
  const of = (state: string): number => states.find((one) => one.delivery === state)?.count ?? 0
  const maybe = of('sending') + of('unknown')
  expect(of('sent')).toBeGreaterThanOrEqual(people.length)
  expect(twilio.sent.length).toBeGreaterThanOrEqual(of('sent'))
  expect(twilio.sent.length).toBeLessThanOrEqual(of('sent') + maybe)
  // One killed worker leaves at most what it was sending.
  expect(maybe).toBeLessThanOrEqual(8)

  const disordered = await count(`
    SELECT count(*) FROM message a JOIN message b USING (person_id, direction)
     WHERE direction = 'in' AND a.position < b.position AND a.handled_at > b.handled_at`)
  expect(disordered).toBe(0)
  for (const said of [...killed, door.said(), workers.said()]) {
    expect(said).not.toContain('canari')
    expect(said).not.toContain('+3363998')
  }
}, 60_000)

test('workers killed while they print leave each CV once, and say so once', async () => {
  const stores = await openStores({ DATABASE_URL: database.url, DATA_DIR: folder })
  const drafts = []
  for (let i = 0; i < 10; i += 1) {
    const address = `conversation of CV ${i}`
    const { personId, job } = await somebody(stores, { channel: 'web', address })
    await stores.outbox.done(job.id)
    await stores.conversations.commit(aTurn(personId, { handled: [job.id.slice(8)] }))
    const draft = aDraft(personId, { status: 'approved', items: [aLine({ verdict: 'accepted' })] })
    drafts.push(draft)
    const notBefore = new Date()
    await stores.drafts.save(draft, [
      { id: `render:${draft.id}:1`, name: 'render', payload: { draftId: draft.id }, notBefore },
    ])
  }
  await expect
    .poll(() => count('SELECT count(*) FROM file'), { timeout: 15_000, interval: 5 })
    .toBeGreaterThan(0)
  await workers.end('SIGKILL')
  expect(
    await count(`SELECT count(*) FROM outbox WHERE id LIKE 'render:%' AND state = 'open'`),
  ).toBeGreaterThan(0)
  workers = await startProcess({ ...env, ROLE: 'workers' })
  const began = Date.now()
  const open = `SELECT count(*) FROM outbox WHERE state = 'open' AND name IN ('render', 'deliver')`
  await expect.poll(() => count(open), { timeout: 20_000 }).toBe(0)
  expect(Date.now() - began).toBeLessThan(12_000)
  expect(await count('SELECT count(*) FROM file')).toBe(30)
  for (const { personId } of drafts) {
    const told = (await stores.thread.ofPerson(personId)).filter(({ text }) => text.includes('/p/'))
    expect(told).toHaveLength(1)
  }
  await stores.close()
}, 60_000)

test('the door and the workers stop within ten seconds while messages come in', async () => {
  const pouring = Promise.all(people.map((person) => deliver(person, 5)))
  const began = Date.now()
  expect(await Promise.all([door.end('SIGTERM'), workers.end('SIGTERM')])).toEqual([0, 0])
  expect(Date.now() - began).toBeLessThan(10_000)
  await pouring
  const kept = await rows(`SELECT external_id FROM message WHERE direction = 'in'`)
  const ids = new Set(kept.map(({ external_id }) => external_id))
  expect([...confirmed].filter((id) => !ids.has(id))).toEqual([])
}, 30_000)
