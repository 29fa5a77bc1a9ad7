import { mkdtemp, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { openRunningStores } from './admin/open-running-stores.ts'
import { runAdmin } from './admin/run-admin.ts'
import { welcomePanel } from './panel.ts'
import { type Raconte, startRaconte } from './start.ts'

let dataDir: string
let env: Record<string, string>
let raconte: Raconte

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'raconte-start-'))
  env = { DATA_DIR: dataDir, PORT: String(await freePort()), LOG_LEVEL: 'silent' }
  raconte = await startRaconte(env)
})
afterAll(async () => {
  await raconte.stop()
  await rm(dataDir, { recursive: true, force: true })
})

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

const begun = z.object({ conversationId: z.string(), token: z.string() })
const heard = z.object({
  activities: z.array(z.object({ from: z.object({ role: z.string() }), text: z.string() })),
})

async function begin() {
  const response = await fetch(`${raconte.url}/v3/directline/tokens/generate`, { method: 'POST' })
  return begun.parse(await response.json())
}

function activities({ conversationId, token }: z.infer<typeof begun>, body?: object) {
  return fetch(`${raconte.url}/v3/directline/conversations/${conversationId}/activities`, {
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  })
}

async function robotLines(conversation: z.infer<typeof begun>): Promise<string[]> {
  const { activities: all } = heard.parse(await (await activities(conversation)).json())
  return all.filter(({ from }) => from.role === 'bot').map(({ text }) => text)
}

test('somebody opens the page, and is told at once that a robot answers', async () => {
  const conversation = await begin()
  expect((await activities(conversation, { type: 'event', name: 'start' })).status).toBe(200)
  const lines = await vi.waitFor(
    async () => {
      const said = await robotLines(conversation)
      expect(said).not.toEqual([])
      return said
    },
    { timeout: 10_000, interval: 100 },
  )
  expect(lines[0]).toContain('robot')
})

test('everything is ready, and the secret is for its owner only', async () => {
  const ready = await fetch(`${raconte.url}/health/ready`)
  expect(await ready.json()).toMatchObject({ status: 'ok', database: 'ok', queue: 'ok' })
  expect((await stat(join(dataDir, 'secret'))).mode & 0o777).toBe(0o600)
})

test('the panel gives a link that lets the demonstration counsellor in, once', async () => {
  const panel = await welcomePanel(raconte, true)
  const link = /http\S+\/conseil\/entrer\/\S+/.exec(panel)?.[0] ?? ''
  expect(panel).toContain('/telephone')
  expect(panel).toContain('/courrier')
  const page = await fetch(link)
  expect(page.status).toBe(200)
  const cookies = page.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  const csrf = /name="_csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? ''
  const enter = () =>
    fetch(link, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: cookies.join('; ') },
      body: new URLSearchParams({ _csrf: csrf }),
    })
  expect((await enter()).headers.get('location')).toBe('/conseil')
  expect((await enter()).status).toBe(410)
})

test('a second start on the same folder is refused, and the first goes on', async () => {
  const another = { ...env, PORT: String(await freePort()) }
  await expect(startRaconte(another)).rejects.toThrow(/autre Raconte/)
  expect((await fetch(`${raconte.url}/health/live`)).status).toBe(200)
})

test('administration works while the server runs', async () => {
  const stores = await openRunningStores({ DATA_DIR: dataDir })
  const place = { publicUrl: 'http://localhost', now: new Date() }
  try {
    expect(await runAdmin(['structures'], stores, place)).toContain('démonstration')
    expect(await runAdmin(['create-structure', 'Nord'], stores, place)).toContain('créée')
  } finally {
    await stores.close()
  }
  expect((await fetch(`${raconte.url}/health/ready`)).status).toBe(200)
})

test('wrong settings are all told before anything starts', async () => {
  await expect(
    startRaconte({
      ...env,
      PORT: 'abc',
      REDIS_URL: 'x',
      DATABASE_URL: 'y',
      TWILIO_AUTH_TOKEN: 'z',
    }),
  ).rejects.toThrow(/PORT[\s\S]*TWILIO_ACCOUNT_SID/)
})

test('after a stop and a start everything is still there', async () => {
  const conversation = await begin()
  await activities(conversation, { type: 'message', text: 'slt' })
  const began = Date.now()
  await raconte.stop()
  expect(Date.now() - began).toBeLessThan(10_000)

  const offline = await openRunningStores({ DATA_DIR: dataDir })
  const place = { publicUrl: 'http://localhost', now: new Date() }
  expect(await runAdmin(['structures'], offline, place)).toContain('Nord')
  await offline.close()

  raconte = await startRaconte(env)
  await vi.waitFor(async () => expect(await robotLines(conversation)).not.toEqual([]), {
    timeout: 15_000,
    interval: 200,
  })
})
