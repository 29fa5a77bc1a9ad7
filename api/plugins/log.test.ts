import { afterEach, expect, test } from 'vitest'
import { type AppUnderTest, anApp } from '#api/app.fixture.ts'
import { Unavailable } from '#portfolio/errors.ts'
import { describeError } from './log.ts'

const canary = 'canari-0639980042-Zoé'
const open: AppUnderTest[] = []
afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close()
})

/** A route for every way in which something can go wrong with a person's words in hand. */
function aDoorThatFails() {
  const fail: Record<string, () => Error> = {
    plain: () => new Error(`could not parse: ${canary}`),
    cause: () => new Unavailable('model', new Error(`Failed to parse. Text: "${canary}"`)),
    typed: () => Object.assign(new TypeError(canary), { code: 'P2002', meta: { value: canary } }),
    aggregate: () => new AggregateError([new Error(canary)], canary),
    client: () => Object.assign(new Error(canary), { statusCode: 418 }),
  }
  const under = anApp({}, () => ({}), {
    errorPage: (status) => `<h1>${status}</h1>`,
    register(app) {
      app.post('/fails/:how/:token', async (request) => {
        request.log.info({ body: request.body, text: canary, nested: { text: canary } }, 'oops')
        const { how } = request.params as { how: string }
        throw fail[how]?.() ?? new Error('unknown')
      })
    },
  })
  open.push(under)
  return { ...under, kinds: Object.keys(fail) }
}

test('whatever fails, no words, names, numbers or tokens get into the log or the answer', async () => {
  const { app, logged, kinds, begin } = aDoorThatFails()
  for (const kind of kinds) {
    for (const accept of ['text/html', 'application/json']) {
      const response = await app.inject({
        method: 'POST',
        url: `/fails/${kind}/${encodeURIComponent(canary)}?name=${encodeURIComponent(canary)}`,
        headers: { accept, cookie: `conseil=${canary.replace('é', 'e')}`, 'user-agent': 'canary' },
        payload: { text: canary, to: canary },
      })
      expect(response.statusCode).toBeGreaterThanOrEqual(400)
      expect(response.body).not.toContain('canari')
      expect(response.body).not.toMatch(/\n\s+at /)
    }
  }
  const { id, headers } = begin()
  const url = `/v3/directline/conversations/${id}/activities`
  const badly = [`{"type":"message","text":"${canary}`, `{"type":7,"text":"${canary}"}`]
  for (const payload of badly) {
    const type = { 'content-type': 'application/json' }
    const response = await app.inject({
      method: 'POST',
      url,
      headers: { ...headers, ...type },
      payload,
    })
    expect(response.body).not.toContain('canari')
  }
  await app.inject({ url: `/moi/${canary.replace('é', 'e')}` })
  await app.inject({ url: `/nulle-part/${encodeURIComponent(canary)}` })
  expect(logged()).toContain('"kind":"TypeError"')
  expect(logged()).toContain('"route":"/fails/:how/:token"')
  expect(logged()).not.toContain('canari')
  expect(logged()).not.toContain('0639980042')
  expect(logged()).not.toContain(id)
})

test('a browser gets a page, a program gets JSON, and both a status that says whose fault it was', async () => {
  const { app } = aDoorThatFails()
  const post = (kind: string, accept: string) =>
    app.inject({ method: 'POST', url: `/fails/${kind}/x`, headers: { accept }, payload: {} })
  expect((await post('plain', 'text/html')).body).toBe('<h1>500</h1>')
  expect((await post('plain', 'application/json')).json().error.code).toBe('ServiceError')
  const unavailable = await post('cause', 'application/json')
  expect(unavailable.statusCode).toBe(503)
  expect(unavailable.headers['retry-after']).toBe('5')
  expect((await app.inject({ url: '/x', headers: { accept: 'text/html' } })).body).toBe(
    '<h1>404</h1>',
  )
})

test('the name of an error is kept, its message is not', () => {
  expect(describeError('Unavailable')).toEqual({ kind: 'Unavailable' })
  expect(describeError(`failed on ${canary}`)).toEqual({ kind: 'string' })
  expect(JSON.stringify(describeError(new Error(canary)))).not.toContain('canari')
})
