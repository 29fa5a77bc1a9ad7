import { afterEach, expect, test } from 'vitest'
import { type AppUnderTest, anApp } from '#api/app.fixture.ts'

const open: AppUnderTest[] = []
afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close()
})
function aDoor(env: Record<string, string> = {}) {
  const under = anApp(env, () => ({}), {
    errorPage: (status) => `<h1>${status}</h1>`,
    register(app) {
      app.get('/form', async (_, reply) => ({ token: reply.generateCsrf() }))
      app.post('/form', { preHandler: app.csrfProtection }, async () => ({ done: true }))
    },
  })
  open.push(under)
  return under
}

test('every answer forbids what a page of ours does not need', async () => {
  const { app } = aDoor({ PUBLIC_URL: 'https://raconte.example.org' })
  for (const url of ['/form', '/health/live', '/nowhere']) {
    const { headers } = await app.inject({ url })
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['strict-transport-security']).toContain('max-age=31536000')
    expect(headers['access-control-allow-origin']).toBeUndefined()
  }
})

test('an address that cannot be read is refused without being repeated', async () => {
  const { app } = aDoor()
  for (const url of ['/%ff-canary', `/health/live/%E0%A4%A-canary`]) {
    const { statusCode, body, headers } = await app.inject({ url })
    expect([400, 404]).toContain(statusCode)
    expect(body).not.toContain('canary')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
  }
})

test('a form is only taken with the token and the cookie of its page', async () => {
  const { app } = aDoor()
  const page = await app.inject({ url: '/form' })
  const cookies = Object.fromEntries(page.cookies.map(({ name, value }) => [name, value]))
  const _csrf: string = page.json().token
  const post = (payload: object, sent: Record<string, string>) =>
    app.inject({ method: 'POST', url: '/form', payload, cookies: sent })
  expect((await post({ _csrf }, cookies)).statusCode).toBe(200)
  expect((await post({}, cookies)).statusCode).toBe(403)
  expect((await post({ _csrf }, {})).statusCode).toBe(403)
  expect((await post({ _csrf: 'x' }, cookies)).statusCode).toBe(403)
})

test('health says what does not answer, and degraded is still ready', async () => {
  const states = [
    [true, true, 'ok', 200, 'ok'],
    [true, true, 'degraded', 200, 'degraded'],
    [false, true, 'ok', 503, 'unavailable'],
    [true, false, 'ok', 503, 'unavailable'],
  ] as const
  for (const [database, queue, search, status, word] of states) {
    const under = anApp({}, () => ({
      health: {
        database: async () => database,
        queue: async () => queue,
        search: async () => search,
      },
    }))
    open.push(under)
    const response = await under.app.inject({ url: '/health/ready' })
    expect(response.statusCode).toBe(status)
    expect(response.json().status).toBe(word)
    expect((await under.app.inject({ url: '/health/live' })).statusCode).toBe(200)
  }
})

test('the metrics count messages and requests, and name nobody', async () => {
  const { app, stores } = aDoor()
  await app.inject({
    method: 'POST',
    url: '/telephone/messages',
    payload: { from: '+33639980042', text: 'canari' },
  })
  const { body } = await app.inject({ url: '/metrics' })
  expect(body).toContain('raconte_messages_accepted_total{channel="sms",outcome="accepted"} 1')
  expect(body).toContain('raconte_outbox_jobs{state="open"} 1')
  expect(body).toContain('route="/telephone/messages"')
  expect(body).not.toMatch(/canari|33639980042/)
  expect(await stores.outbox.counts()).toEqual({ open: 1, dead: 0 })
})

test('the description of the API lists the addresses real clients rely on', async () => {
  const { app } = aDoor()
  const { openapi, paths } = (await app.inject({ url: '/api/openapi.json' })).json()
  expect(openapi).toBe('3.0.3')
  expect(Object.keys(paths)).toEqual(
    expect.arrayContaining([
      '/webhooks/twilio/sms',
      '/webhooks/twilio/status',
      '/api/messages',
      '/v3/directline/tokens/generate',
      '/v3/directline/conversations/{id}/activities',
      '/health/ready',
      '/metrics',
    ]),
  )
})

test('Bot Framework is off without credentials, and says so', async () => {
  const { app } = aDoor()
  const response = await app.inject({ method: 'POST', url: '/api/messages', payload: {} })
  expect(response.statusCode).toBe(404)
  expect(response.json().error.code).toBe('ChannelOff')
})
