import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { type ConnectionStatus, DirectLine } from 'botframework-directlinejs'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { z } from 'zod'
import { type AppUnderTest, anApp } from '#api/app.fixture.ts'

/** The package as published, with the two globals that a browser would have. */
beforeAll(() => {
  const { XMLHttpRequest } = createRequire(import.meta.url)('xmlhttprequest')
  Object.assign(globalThis, { XMLHttpRequest, WebSocket })
})

const toClose: (() => Promise<unknown> | unknown)[] = []
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close()
})

async function aServer(): Promise<AppUnderTest & { readonly domain: string }> {
  const under = anApp()
  await under.app.listen({ port: 0, host: '127.0.0.1' })
  toClose.push(() => under.app.close())
  const { port } = under.app.server.address() as AddressInfo
  return { ...under, domain: `http://127.0.0.1:${port}/v3/directline` }
}

async function aToken(domain: string): Promise<string> {
  const response = await fetch(`${domain}/tokens/generate`, { method: 'POST' })
  const { token } = (await response.json()) as { token: string }
  return token
}

type Options = ConstructorParameters<typeof DirectLine>[0]

/** A client that listens, and everything it heard. */
function aClient(options: Options) {
  const client = new DirectLine({ pollingInterval: 200, ...options })
  const heard: { from: string; text: string; id: string; buttons: string[] }[] = []
  const statuses: ConnectionStatus[] = []
  client.connectionStatus$.subscribe((status) => statuses.push(status))
  const subscription = client.activity$.subscribe((activity) => {
    if (activity.type !== 'message') return
    heard.push({
      from: activity.from.id,
      text: activity.text ?? '',
      id: activity.id ?? '',
      buttons: activity.suggestedActions?.actions.map(({ title }) => String(title)) ?? [],
    })
  })
  const end = () => {
    subscription.unsubscribe()
    client.end()
  }
  toClose.push(end)
  const post = (text: string, clientActivityID?: string) =>
    new Promise<string>((done, failed) => {
      client
        .postActivity({
          type: 'message',
          text,
          from: { id: 'moi' },
          ...(clientActivityID && { channelData: { clientActivityID } }),
        })
        .subscribe(done, failed)
    })
  return { client, heard, statuses, end, post }
}

/** What a page keeps to come back; the client has no other way to tell. */
const kept = (client: object) =>
  z.object({ watermark: z.string(), token: z.string() }).parse(client)
const texts = (heard: readonly { text: string }[]) => heard.map(({ text }) => text)
const patient = { timeout: 8_000, interval: 20 }

test.each([
  ['polling', false],
  ['WebSocket', true],
])('the published client says and hears over %s', async (_, webSocket) => {
  const { domain, say } = await aServer()
  const { heard, post } = aClient({ domain, token: await aToken(domain), webSocket })
  const id = await post('slt')
  const conversationId = id.split('|')[0] ?? ''
  await say(conversationId, 'On y va ?', ['oui', 'non'])
  await vi.waitFor(() => expect(texts(heard)).toEqual(['slt', 'On y va ?']), patient)
  expect(heard[0]).toMatchObject({ id, from: 'person' })
  expect(heard[1]).toMatchObject({ from: 'raconte', buttons: ['oui', 'non'] })
})

test('a message sent again after a lost answer is one message', async () => {
  const { domain } = await aServer()
  const { heard, post } = aClient({ domain, token: await aToken(domain), webSocket: true })
  const ids = await Promise.all([post('slt', 'client-1'), post('slt', 'client-1')])
  expect(ids[0]).toBe(ids[1])
  await post('et voila', 'client-2')
  await vi.waitFor(() => expect(texts(heard)).toEqual(['slt', 'et voila']), patient)
})

test('the page is closed and opened again: what was said meanwhile comes once, in order', async () => {
  const { domain, say } = await aServer()
  const first = aClient({ domain, token: await aToken(domain), webSocket: true })
  const conversationId = (await first.post('slt')).split('|')[0] ?? ''
  await say(conversationId, 'un')
  await vi.waitFor(() => expect(texts(first.heard)).toEqual(['slt', 'un']), patient)
  const { watermark, token } = kept(first.client)
  first.end()
  await say(conversationId, 'deux')
  await say(conversationId, 'trois')

  for (const webSocket of [true, false]) {
    const again = aClient({ domain, token, conversationId, watermark, webSocket })
    await vi.waitFor(() => expect(texts(again.heard)).toEqual(['deux', 'trois']), patient)
    again.end()
  }
  const fromTheStart = aClient({ domain, token, conversationId, webSocket: true })
  await vi.waitFor(
    () => expect(texts(fromTheStart.heard)).toEqual(['slt', 'un', 'deux', 'trois']),
    patient,
  )
})

test('the socket is cut: the client comes back by itself, nothing is lost or heard twice', async () => {
  const { app, domain, say } = await aServer()
  const options = { domain, token: await aToken(domain), webSocket: true, random: () => 0 }
  const { heard, post } = aClient(options)
  const conversationId = (await post('slt')).split('|')[0] ?? ''
  await vi.waitFor(() => expect(texts(heard)).toEqual(['slt']), patient)
  for (const socket of app.websocketServer.clients) socket.terminate()
  await say(conversationId, 'pendant la coupure')
  await vi.waitFor(() => expect(texts(heard)).toEqual(['slt', 'pendant la coupure']), patient)
  await say(conversationId, 'après')
  await vi.waitFor(
    () => expect(texts(heard)).toEqual(['slt', 'pendant la coupure', 'après']),
    patient,
  )
})

test('five hundred messages of a conversation opened again arrive in order', async () => {
  const { domain, say } = await aServer()
  const first = aClient({ domain, token: await aToken(domain), webSocket: false })
  const conversationId = (await first.post('slt')).split('|')[0] ?? ''
  const all = Array.from({ length: 500 }, (_, index) => `message ${index}`)
  for (const text of all) await say(conversationId, text)
  const { token } = kept(first.client)
  const { heard } = aClient({ domain, token, conversationId, webSocket: true })
  await vi.waitFor(() => expect(heard.length).toBeGreaterThan(all.length), patient)
  expect(texts(heard)).toEqual(['slt', ...all])
})
