import { afterEach, expect, test } from 'vitest'
import { type AppUnderTest, anApp } from '#api/app.fixture.ts'
import { makeDirectLineTokens } from '#bot/channels/direct-line/tokens.ts'
import { Unavailable } from '#portfolio/errors.ts'

const open: AppUnderTest[] = []
afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close()
})
function aDoor(...args: Parameters<typeof anApp>) {
  const under = anApp(...args)
  open.push(under)
  return under
}
const base = '/v3/directline'

test('a token opens one conversation; without it, or with another, nothing is read or written', async () => {
  const { app, begin, stores } = aDoor()
  const [mine, theirs] = [begin(), begin()]
  const url = `${base}/conversations/${theirs.id}/activities`
  const payload = { type: 'message', text: 'intrus' }
  const tries = [
    app.inject({ method: 'POST', url, payload }),
    app.inject({ method: 'POST', url, payload, headers: mine.headers }),
    app.inject({ method: 'POST', url, payload, headers: { authorization: 'Bearer x.y.z' } }),
    app.inject({ url, headers: mine.headers }),
    app.inject({ url: `${base}/conversations/${theirs.id}`, headers: mine.headers }),
  ]
  expect((await Promise.all(tries)).map(({ statusCode }) => statusCode)).toEqual([
    401, 403, 403, 403, 403,
  ])
  expect(await stores.thread.ofAddress('web', theirs.id, 0)).toEqual([])
})

test('anybody may begin a conversation, with a token or without', async () => {
  const { app, begin } = aDoor()
  const url = `${base}/conversations`
  const [first, second] = [
    await app.inject({ method: 'POST', url }),
    await app.inject({ method: 'POST', url }),
  ]
  expect(first.statusCode).toBe(201)
  expect(first.json().conversationId).not.toBe(second.json().conversationId)
  const mine = begin()
  const third = await app.inject({ method: 'POST', url, headers: mine.headers })
  expect(third.json().conversationId).toBe(mine.id)
  const wrong = { authorization: 'Bearer undefined' }
  expect((await app.inject({ method: 'POST', url, headers: wrong })).statusCode).toBe(403)
})

test('one address cannot begin conversations without end', async () => {
  const { app } = aDoor({ RATE_LIMIT: '60' })
  const statuses: number[] = []
  for (let begun = 0; begun < 8; begun++) {
    const response = await app.inject({ method: 'POST', url: `${base}/tokens/generate` })
    statuses.push(response.statusCode)
  }
  expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429, 429])
})

test('an expired token is refused as clients expect it, and exchanged for a month', async () => {
  const secret = 'a secret for tests, 32 characters'
  const { app } = aDoor()
  const tokenFrom = (daysAgo: number) =>
    makeDirectLineTokens(secret, () => new Date(Date.now() - daysAgo * 86_400_000)).issue(
      'conversation-of-last-week',
    )
  const ask = (daysAgo: number, method: 'GET' | 'POST', url: string) =>
    app.inject({ method, url, headers: { authorization: `Bearer ${tokenFrom(daysAgo)}` } })

  const refused = await ask(7, 'GET', `${base}/conversations/conversation-of-last-week`)
  expect(refused.statusCode).toBe(403)
  expect(refused.json().error.code).toBe('TokenExpired')
  const refreshed = await ask(7, 'POST', `${base}/tokens/refresh`)
  expect(refreshed.json()).toMatchObject({
    conversationId: 'conversation-of-last-week',
    expires_in: 1800,
  })
  const back = await app.inject({
    url: `${base}/conversations/conversation-of-last-week?watermark=12`,
    headers: { authorization: `Bearer ${refreshed.json().token}` },
  })
  expect(back.json().streamUrl).toContain('watermark=12')
  expect((await ask(32, 'POST', `${base}/tokens/refresh`)).statusCode).toBe(403)
})

test.each([
  ['not JSON', '{"type":', 400],
  ['an empty body', '', 400],
  ['a list', '[]', 400],
  ['no type', '{}', 400],
  ['a text that is none', '{"type":"message","text":{"$gt":""}}', 400],
  ['__proto__', '{"type":"message","text":"a","__proto__":{"x":1}}', 400],
  ['more than 256 kB', JSON.stringify({ type: 'message', text: 'a'.repeat(300_000) }), 413],
  [
    'more than 20,000 characters',
    JSON.stringify({ type: 'message', text: 'a'.repeat(20_001) }),
    400,
  ],
  ['a deep nest', `{"type":"message","value":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 200],
])('a malformed call gets a clear JSON answer: %s', async (_, payload, status) => {
  const { app, begin, logged } = aDoor()
  const { id, headers } = begin()
  const response = await app.inject({
    method: 'POST',
    url: `${base}/conversations/${id}/activities`,
    headers: { ...headers, 'content-type': 'application/json', accept: 'text/html' },
    payload,
  })
  expect(response.statusCode).toBe(status)
  if (status !== 200) {
    expect(response.json()).toEqual({
      error: { code: expect.any(String), message: expect.any(String) },
    })
  }
  expect(logged()).not.toContain('    at ')
})

test.each([
  ['20,000 characters', 'é'.repeat(20_000)],
  ['emoji only', '👩🏽‍🍳🔥'],
  ['nothing', ''],
  ['HTML', '<img src=x onerror=alert(1)> & #read("x")'],
])('what people may write is stored as it is: %s', async (_, text) => {
  const { app, begin, stores } = aDoor()
  const { id, headers } = begin()
  const response = await app.inject({
    method: 'POST',
    url: `${base}/conversations/${id}/activities`,
    headers,
    payload: { type: 'message', text },
  })
  expect(response.statusCode).toBe(200)
  expect(response.json().id).toMatch(new RegExp(`^${id}\\|\\d{7}$`))
  const [kept] = await stores.thread.ofAddress('web', id, 0)
  expect(kept?.text).toBe(text)
})

test('a file is refused clearly, whatever its type', async () => {
  const { app, begin } = aDoor()
  const { id, headers } = begin()
  for (const type of ['multipart/form-data; boundary=x', 'image/png', 'application/json']) {
    const response = await app.inject({
      method: 'POST',
      url: `${base}/conversations/${id}/upload?userId=moi`,
      headers: { ...headers, 'content-type': type },
      payload: type === 'application/json' ? '{}' : '--x--',
    })
    expect(response.statusCode).toBe(415)
    expect(response.json().error.code).toBe('AttachmentsNotSupported')
  }
})

test('a watermark that is not ours is refused', async () => {
  const { app, begin } = aDoor()
  const { id, headers } = begin()
  for (const url of [`/conversations/${id}`, `/conversations/${id}/activities`]) {
    const response = await app.inject({ url: `${base}${url}?watermark=hier`, headers })
    expect(response.statusCode).toBe(400)
  }
})

test('when the store is down the person is told to try again', async () => {
  const { app, begin } = aDoor({}, () => ({
    acceptMessage: async () => {
      throw new Unavailable('database')
    },
  }))
  const { id, headers } = begin()
  const response = await app.inject({
    method: 'POST',
    url: `${base}/conversations/${id}/activities`,
    headers,
    payload: { type: 'message', text: 'slt' },
  })
  expect(response.statusCode).toBe(503)
  expect(response.headers['retry-after']).toBe('5')
})
