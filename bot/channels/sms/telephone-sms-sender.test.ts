import { expect, test } from 'vitest'
import { makeTelephoneSmsSender } from './telephone-sms-sender.ts'

test('the drawn telephone counts what a real message would cost', async () => {
  const message = {
    id: 'm1',
    personId: 'p1',
    channel: 'sms',
    address: '+33639980001',
    author: 'robot',
    choices: [],
    createdAt: new Date('2026-11-02T10:00:00Z'),
  } as const
  const segmentsOf = async (text: string) => {
    const sent = await makeTelephoneSmsSender().send({ ...message, text })
    return sent.outcome === 'sent' ? sent.segments : undefined
  }
  expect(await segmentsOf('Ça va être « bien »')).toBe(1)
  expect(await segmentsOf('é'.repeat(160))).toBe(1)
  expect(await segmentsOf('é'.repeat(161))).toBe(2)
})
