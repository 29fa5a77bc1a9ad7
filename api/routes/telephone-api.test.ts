import { afterEach, expect, test } from 'vitest'
import { type AppUnderTest, anApp } from '#api/app.fixture.ts'

const open: AppUnderTest[] = []
afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close()
})
function aDoor() {
  const under = anApp()
  open.push(under)
  const post = (payload: object) =>
    under.app.inject({ method: 'POST', url: '/telephone/messages', payload })
  const read = (number: string, after = '0') =>
    under.app.inject({ url: '/telephone/messages', query: { number, after } })
  return { ...under, post, read }
}
const number = '+33639980042'

test('a drawn telephone says, hears, and asks for what is new only', async () => {
  const { post, read, say } = aDoor()
  expect((await post({ from: number, text: 'slt' })).statusCode).toBe(201)
  const first = (await read(number)).json()
  expect(first.messages).toMatchObject([{ author: 'person', text: 'slt' }])
  await say(number, 'On y va ?', ['oui', 'non'])
  const news = (await read(number, String(first.after))).json()
  expect(news.messages).toMatchObject([{ author: 'robot', choices: ['oui', 'non'] }])
  expect((await read(number, String(news.after))).json().messages).toEqual([])
})

test('the same telephone message sent again is one message', async () => {
  const { post, read } = aDoor()
  for (let i = 0; i < 3; i++) await post({ from: number, text: 'slt', id: 'one' })
  expect((await read(number)).json().messages).toHaveLength(1)
})

test('a form posted by the page of another site says nothing', async () => {
  const { app, read } = aDoor()
  const response = await app.inject({
    method: 'POST',
    url: '/telephone/messages',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ from: number, text: 'slt' }).toString(),
  })
  expect(response.statusCode).toBe(415)
  expect((await read(number)).json().messages).toEqual([])
})

test('only numbers kept for films may be drawn', async () => {
  const { post, read } = aDoor()
  for (const from of ['+33612345678', '+33639970000', '0639980042', '+336399800421', '', null]) {
    const response = await post({ from, text: 'slt' })
    expect(response.statusCode).toBe(400)
    expect(response.json().error.message).toContain('from')
  }
  expect((await read('+33612345678')).statusCode).toBe(400)
})
