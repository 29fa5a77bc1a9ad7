import { beforeEach, describe, expect, it } from 'vitest'
import type { Sent } from './channel.ts'
import type { MemoryStores } from './memory-stores.ts'
import type { DeliveryState, Outgoing } from './message.ts'
import {
  aBubble,
  aConversation,
  aTurn,
  later,
  noon,
  type OpenStores,
  somebody,
} from './store-fixtures.contract.ts'

/** What every thread promises: a message leaves once, and its state only moves forward. */
export function threadContract(name: string, open: OpenStores) {
  describe(`${name} is a thread`, () => {
    let stores: MemoryStores
    let personId: string
    let bubble: Outgoing

    beforeEach(async () => {
      stores = await open()
      ;({ personId } = await somebody(stores))
      bubble = aBubble(personId)
      await stores.conversations.commit(aTurn(personId, { outgoing: [bubble] }))
    })

    const line = async () =>
      (await stores.thread.ofPerson(personId)).find(({ id }) => id === bubble.id)
    const deliveryAfter = async (...news: DeliveryState[]) => {
      for (const state of news) await stores.thread.progress('sms', 'SM-out', state)
      return (await line())?.delivery
    }
    const sendAs = async (sent: Sent) => {
      await stores.thread.claim(bubble.id, noon)
      await stores.thread.settle(bubble.id, sent)
    }

    it('shows both sides of a conversation, oldest first', async () => {
      const thread = await stores.thread.ofPerson(personId)
      expect(thread).toMatchObject([
        { author: 'person', text: 'jai fait la plonge', choices: [] },
        { author: 'robot', text: bubble.text, choices: bubble.choices, at: bubble.createdAt },
      ])
      expect(thread[0]).not.toHaveProperty('delivery')
      expect(thread[0]?.position).toBeLessThan(thread[1]?.position ?? 0)
    })

    it('continues an address after a watermark', async () => {
      await somebody(stores, { address: '+33639980002' })
      const [first, second] = await stores.thread.ofAddress('sms', bubble.address, 0)
      expect(second?.id).toBe(bubble.id)
      const rest = await stores.thread.ofAddress('sms', bubble.address, first?.position ?? 0)
      expect(rest.map(({ id }) => id)).toEqual([bubble.id])
      expect(await stores.thread.ofAddress('web', bubble.address, 0)).toEqual([])
    })

    it('gives at most 200 messages at a time', async () => {
      const outgoing = Array.from({ length: 210 }, () => aBubble(personId))
      const conversation = aConversation(personId, { version: 2 })
      await stores.conversations.commit(aTurn(personId, { conversation, outgoing }))
      const page = await stores.thread.ofAddress('sms', bubble.address, 0)
      expect(page).toHaveLength(200)
      const rest = await stores.thread.ofAddress('sms', bubble.address, page.at(-1)?.position ?? 0)
      expect(rest.map(({ id }) => id)).toEqual(outgoing.slice(-12).map(({ id }) => id))
    })

    it('loses no message to a watermark while many are written', async () => {
      const writing = Array.from({ length: 30 }, (_, i) => somebody(stores, { text: `${i}` }))
      const seen = new Set<string>()
      let watermark = 0
      const read = async () => {
        for (const one of await stores.thread.ofAddress('sms', bubble.address, watermark)) {
          seen.add(one.id)
          watermark = one.position
        }
      }
      await Promise.all([...writing, ...Array.from({ length: 10 }, read)])
      await read()
      expect(seen.size).toBe(32)
    })

    it('gives a message to one sender only', async () => {
      expect(await stores.thread.claim(bubble.id, noon)).toEqual(bubble)
      expect((await line())?.delivery).toBe('sending')
    })

    it('never sends again what may have left with somebody who died', async () => {
      await stores.thread.claim(bubble.id, noon)
      expect(await stores.thread.claim(bubble.id, later(121))).toBeUndefined()
      expect((await line())?.delivery).toBe('unknown')
      expect(await stores.thread.claim(bubble.id, later(242))).toBeUndefined()
      expect((await line())?.delivery).toBe('unknown')
    })

    it('does not spoil a send in progress when a second sender asks for it', async () => {
      await stores.thread.claim(bubble.id, noon)
      expect(await stores.thread.claim(bubble.id, later(119))).toEqual({ busyUntil: later(120) })
      expect((await line())?.delivery).toBe('sending')
      await stores.thread.settle(bubble.id, { outcome: 'sent', externalId: 'SM-out' })
      expect((await line())?.delivery).toBe('sent')
    })

    it('holds a claim from the last time it was taken, not the first', async () => {
      await sendAs({ outcome: 'retry', code: '20429' })
      await stores.thread.claim(bubble.id, later(300))
      expect(await stores.thread.claim(bubble.id, later(301))).toEqual({ busyUntil: later(420) })
    })

    it('lets one of twenty senders have it', async () => {
      const claims = await Promise.all(
        Array.from({ length: 20 }, () => stores.thread.claim(bubble.id, noon)),
      )
      expect(claims.filter((claim) => claim && 'text' in claim)).toEqual([bubble])
      expect((await line())?.delivery).toBe('sending')
    })

    it('leaves alone what is sent, and what a person wrote', async () => {
      await sendAs({ outcome: 'sent', externalId: 'SM-out', segments: 2 })
      expect(await stores.thread.claim(bubble.id, later(300))).toBeUndefined()
      expect(await line()).toMatchObject({ delivery: 'sent', segments: 2 })
      const [written] = await stores.thread.ofPerson(personId)
      expect(await stores.thread.claim(written?.id ?? '', noon)).toBeUndefined()
      expect(await stores.thread.claim('nothing', noon)).toBeUndefined()
    })

    it.each<[Sent, DeliveryState]>([
      [{ outcome: 'sent' }, 'sent'],
      [{ outcome: 'retry', code: '20429' }, 'queued'],
      [{ outcome: 'failed', code: '21211' }, 'failed'],
      [{ outcome: 'opted-out' }, 'failed'],
      [{ outcome: 'unknown', code: 'timeout' }, 'unknown'],
    ])('notes what became of it: %o', async (sent, state) => {
      await sendAs(sent)
      expect((await line())?.delivery).toBe(state)
    })

    it('can be claimed again after a retry', async () => {
      await sendAs({ outcome: 'retry', code: '20429' })
      expect(await stores.thread.claim(bubble.id, noon)).toEqual(bubble)
    })

    it('notes nothing about a message that nobody is sending', async () => {
      await stores.thread.settle(bubble.id, { outcome: 'sent' })
      expect((await line())?.delivery).toBe('queued')
    })

    it('moves forward only, whatever the order of callbacks', async () => {
      await sendAs({ outcome: 'sent', externalId: 'SM-out' })
      expect(await deliveryAfter('sent', 'delivered')).toBe('delivered')
      expect(await deliveryAfter('sent', 'queued', 'sending')).toBe('delivered')
      expect(await deliveryAfter('failed', 'unknown')).toBe('delivered')
      expect(await deliveryAfter('read', 'delivered')).toBe('read')
    })

    it('ends at a failure', async () => {
      await sendAs({ outcome: 'sent', externalId: 'SM-out' })
      expect(await deliveryAfter('failed', 'delivered', 'unknown')).toBe('failed')
    })

    it('keeps the callback that comes before the provider’s answer', async () => {
      await stores.thread.claim(bubble.id, noon)
      await deliveryAfter('delivered', 'sent')
      await stores.thread.settle(bubble.id, { outcome: 'sent', externalId: 'SM-out' })
      expect((await line())?.delivery).toBe('delivered')
    })

    it('keeps the furthest of many simultaneous callbacks', async () => {
      await sendAs({ outcome: 'sent', externalId: 'SM-out' })
      const news: DeliveryState[] = ['sent', 'read', 'delivered', 'sent', 'delivered']
      await Promise.all(news.map((state) => stores.thread.progress('sms', 'SM-out', state)))
      expect((await line())?.delivery).toBe('read')
    })

    it('ignores news of a message on another channel', async () => {
      await sendAs({ outcome: 'sent', externalId: 'SM-out' })
      await stores.thread.progress('web', 'SM-out', 'delivered')
      expect((await line())?.delivery).toBe('sent')
    })

    it('does not write a bubble twice', async () => {
      const conversation = aConversation(personId, { version: 2 })
      const again = { ...bubble, createdAt: later(60) }
      await stores.conversations.commit(aTurn(personId, { conversation, outgoing: [again] }))
      expect(await stores.thread.ofPerson(personId)).toHaveLength(2)
    })
  })
}
