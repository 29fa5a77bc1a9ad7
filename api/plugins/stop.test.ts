import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { anApp } from '#api/app.fixture.ts'

async function aListeningDoor() {
  const { app } = anApp({}, () => ({}), {
    errorPage: () => '',
    register(scope) {
      scope.get('/slow', async () => {
        await wait(400)
        return { done: true }
      })
      scope.post('/form', async () => ({ done: true }))
    },
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const closing = async () => {
    const began = Date.now()
    await app.close()
    return Date.now() - began
  }
  /** A client that keeps its connection, as browsers and providers do. */
  const client = async (sent: string) => {
    const socket = connect(port, '127.0.0.1')
    let heard = ''
    socket.on('data', (chunk) => {
      heard += chunk
    })
    socket.on('error', () => {})
    await once(socket, 'connect')
    socket.write(sent)
    await wait(100)
    return { heard: () => heard, end: () => socket.destroy() }
  }
  return { closing, client }
}

test('an answer on its way arrives, and its connection does not hold up the stop', async () => {
  const { closing, client } = await aListeningDoor()
  const { heard, end } = await client('GET /slow HTTP/1.1\r\nHost: x\r\n\r\n')
  expect(await closing()).toBeLessThan(2_000)
  expect(heard()).toContain('"done":true')
  end()
})

test('a client that never ends its request does not hold up the stop', async () => {
  const { closing, client } = await aListeningDoor()
  const half = 'POST /form HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n'
  const { end } = await client(`${half}Content-Length: 1000\r\n\r\n{`)
  expect(await closing()).toBeLessThan(7_000)
  end()
}, 15_000)
