import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import type { Inbound, Outgoing } from '#bot/ports/message.ts'
import { openBotFrameworkAdapter, openUnprotectedAdapter } from './adapter.ts'
import { makeBotFrameworkSender } from './bot-framework-sender.ts'
import { makeBotFrameworkDoor } from './door.ts'

const toClose: (() => void)[] = []
afterEach(() => {
  for (const close of toClose.splice(0)) close()
  vi.restoreAllMocks()
})

/** The service that a channel runs: it keeps what bots post to it. */
async function aConnector(status = 200) {
  const posted: { url: string; body: { text: string; suggestedActions?: unknown } }[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      posted.push({ url: request.url ?? '', body: JSON.parse(Buffer.concat(chunks).toString()) })
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ id: 'activity-9' }))
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  toClose.push(() => server.close())
  return { posted, serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

const anActivity = (serviceUrl: string, changes: object = {}) => ({
  type: 'message',
  id: 'activity-1',
  channelId: 'emulator',
  serviceUrl,
  from: { id: 'user-1' },
  recipient: { id: 'bot-1' },
  conversation: { id: 'conversation-1' },
  text: 'slt',
  ...changes,
})

const aMessage = (): Outgoing => ({
  id: 'm1',
  personId: 'p1',
  channel: 'bot-framework',
  address: 'emulator:conversation-1',
  author: 'robot',
  text: 'On y va ?',
  choices: ['oui', 'non'],
  createdAt: new Date('2026-11-02T10:00:00Z'),
})

const post = (body: unknown) => ({ method: 'POST', headers: {}, body })

test('a message comes in, and the answer goes back where it came from, later', async () => {
  const { posted, serviceUrl } = await aConnector()
  const adapter = openUnprotectedAdapter()
  const accepted: Inbound[] = []
  const door = makeBotFrameworkDoor(adapter)
  const answer = await door(post(anActivity(serviceUrl)), async (message) => accepted.push(message))
  expect(answer.status).toBe(200)
  expect(accepted).toMatchObject([
    {
      channel: 'bot-framework',
      address: 'emulator:conversation-1',
      externalId: 'emulator:conversation-1:activity-1',
      text: 'slt',
    },
  ])

  const sender = makeBotFrameworkSender(adapter, '')
  expect(await sender.send(aMessage(), accepted[0]?.returnPath)).toEqual({
    outcome: 'sent',
    externalId: 'activity-9',
  })
  expect(posted[0]?.url).toContain('/v3/conversations/conversation-1/activities')
  expect(posted[0]?.body).toMatchObject({
    text: 'On y va ?',
    suggestedActions: { actions: [{ title: 'oui' }, { title: 'non' }] },
  })
})

test('joiners and typing are nobody’s words', async () => {
  const accepted: Inbound[] = []
  const door = makeBotFrameworkDoor(openUnprotectedAdapter())
  for (const type of ['conversationUpdate', 'typing', 'messageReaction']) {
    const activity = anActivity('http://127.0.0.1:9', { type })
    const { status } = await door(post(activity), async (message) => accepted.push(message))
    expect(status).toBe(200)
  }
  expect(accepted).toEqual([])
})

test('what could not be stored is not acknowledged', async () => {
  const door = makeBotFrameworkDoor(openUnprotectedAdapter())
  await expect(
    door(post(anActivity('http://127.0.0.1:9')), () => Promise.reject(new Error('store down'))),
  ).rejects.toThrow('store down')
})

test('with credentials, nobody gets in without a token of the Bot Framework', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const adapter = openBotFrameworkAdapter({
    appId: '00000000-0000-0000-0000-000000000001',
    appPassword: 'secret',
    appType: 'MultiTenant',
  })
  const accepted: Inbound[] = []
  const door = makeBotFrameworkDoor(adapter)
  const call = (headers: Record<string, string>) =>
    door({ method: 'POST', headers, body: anActivity('http://127.0.0.1:9') }, async (message) =>
      accepted.push(message),
    )
  expect(await call({})).toMatchObject({ status: 401, body: { error: { code: 'Unauthorized' } } })
  expect((await call({ authorization: 'Bearer not-a-token' })).status).toBe(401)
  expect((await call({ authorization: 'Basic eDp5' })).status).toBe(401)
  expect(accepted).toEqual([])
})

test.each([undefined, null, [], 'slt', {}])('what is no activity is refused: %j', async (body) => {
  const answer = await makeBotFrameworkDoor(openUnprotectedAdapter())(
    post(body),
    async () => undefined,
  )
  expect(answer.status).toBe(400)
})

test.each([
  [400, 'failed'],
  [403, 'failed'],
  [500, 'unknown'],
])('a channel that answers %i: the message counts as %s', async (status, outcome) => {
  const { serviceUrl, posted } = await aConnector(status)
  const path = JSON.stringify({
    serviceUrl,
    channelId: 'emulator',
    conversation: { id: 'conversation-1' },
    bot: { id: 'bot-1' },
    user: { id: 'user-1' },
  })
  const sent = await makeBotFrameworkSender(openUnprotectedAdapter(), '').send(aMessage(), path)
  expect(sent.outcome).toBe(outcome)
  expect(posted).toHaveLength(1)
})

test('without a way back the message fails at once', async () => {
  const sender = makeBotFrameworkSender(openUnprotectedAdapter(), '')
  for (const path of [undefined, '', '{}', 'x']) {
    expect(await sender.send(aMessage(), path)).toEqual({
      outcome: 'failed',
      code: 'no-return-path',
    })
  }
})
