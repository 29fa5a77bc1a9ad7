import { beforeEach, describe, expect, it } from 'vitest'
import type { MemoryStores } from './memory-stores.ts'
import {
  aConversation,
  aMessage,
  aRecord,
  aTurn,
  later,
  noon,
  type OpenStores,
} from './store-fixtures.contract.ts'

/** What every inbox promises: nothing is lost, nothing is heard twice. */
export function inboxContract(name: string, open: OpenStores) {
  describe(`${name} is an inbox`, () => {
    let stores: MemoryStores

    beforeEach(async () => {
      stores = await open()
    })

    it('keeps what was written, word for word', async () => {
      const message = aMessage({
        text: '  J’ai gardé ma ptite sœur 🍼\n<b>"\\u0000"</b> ',
        attachments: 2,
        masked: ['nir'],
        optOut: 'help',
      })
      const { messageId, personId } = await stores.inbox.accept(message, later(8))
      expect(await stores.inbox.find(messageId)).toEqual({
        id: messageId,
        personId,
        channel: 'sms',
        address: message.address,
        text: message.text,
        attachments: 2,
        masked: ['nir'],
        optOut: 'help',
        receivedAt: noon,
      })
    })

    it('keeps what can be kept of signs that are not text', async () => {
      const message = aMessage({ text: 'avant\0 apr\u00e8s \ud83c', externalId: 'a\0b' })
      const { messageId, personId } = await stores.inbox.accept(message, later(8))
      const { text } = (await stores.inbox.find(messageId)) ?? {}
      expect(text).toBe('avant apr\u00e8s \ufffd')
      expect((await stores.inbox.accept(message, later(8))).outcome).toBe('known')
      const quote = { messageId, start: 0, end: 1, text: 'a\ud83c\0' }
      const answers = [{ draftId: 'd', itemId: 'i', question: '?', quote }]
      const record = { ...aRecord(personId), answers }
      const conversation = aConversation(personId, { record })
      expect(await stores.conversations.commit(aTurn(personId, { conversation }))).toBe('saved')
      expect((await stores.conversations.load(personId)).conversation?.version).toBe(1)
    })

    it('knows no message that nobody wrote', async () => {
      expect(await stores.inbox.find('nothing')).toBeUndefined()
    })

    it('adds the job that will answer', async () => {
      const { messageId, personId, job } = await stores.inbox.accept(aMessage(), later(8))
      const expected = {
        id: `receive:${messageId}`,
        name: 'receive',
        payload: { personId },
        notBefore: later(8),
      }
      expect(job).toEqual(expected)
      expect(await stores.outbox.due(later(8), 10)).toEqual([expected])
    })

    it('hears once a message that the provider delivers again later', async () => {
      const message = aMessage()
      const first = await stores.inbox.accept(message, later(8))
      const again = await stores.inbox.accept({ ...message, receivedAt: later(60) }, later(68))
      expect(again).toEqual({ ...first, outcome: 'known' })
      expect(await stores.thread.ofPerson(first.personId)).toHaveLength(1)
    })

    it('hears once a message delivered twenty times at the same instant', async () => {
      const message = aMessage()
      const all = await Promise.all(
        Array.from({ length: 20 }, () => stores.inbox.accept(message, later(8))),
      )
      expect(all.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(1)
      expect(new Set(all.map(({ messageId }) => messageId)).size).toBe(1)
      expect(new Set(all.map(({ personId }) => personId)).size).toBe(1)
      expect(await stores.outbox.counts()).toEqual({ open: 1, dead: 0 })
    })

    it('meets one person when a new number writes twenty messages at once', async () => {
      const all = await Promise.all(
        Array.from({ length: 20 }, () => stores.inbox.accept(aMessage(), later(8))),
      )
      const [personId = ''] = new Set(all.map((accepted) => accepted.personId))
      expect(all.every((accepted) => accepted.personId === personId)).toBe(true)
      expect((await stores.conversations.load(personId)).pending).toHaveLength(20)
    })

    it('tells apart the same provider id on two channels', async () => {
      await stores.inbox.accept(aMessage({ externalId: '1' }), later(8))
      const web = aMessage({ externalId: '1', channel: 'web', address: 'conversation-1' })
      expect((await stores.inbox.accept(web, later(8))).outcome).toBe('accepted')
    })

    it('receives a stranger in the default structure', async () => {
      const { personId } = await stores.inbox.accept(aMessage(), later(8))
      const structure = await stores.accounts.defaultStructure()
      expect(structure?.id).toBeTruthy()
      expect((await stores.people.find(personId))?.structureId).toBe(structure?.id)
    })

    it('remembers the last path back to an address', async () => {
      const from = { channel: 'bot-framework', address: 'msteams:7' } as const
      expect(await stores.inbox.returnPath(from.channel, from.address)).toBeUndefined()
      await stores.inbox.accept(aMessage({ ...from, returnPath: '{"v":1}' }), later(1))
      await stores.inbox.accept(aMessage({ ...from, returnPath: '{"v":2}' }), later(1))
      await stores.inbox.accept(aMessage(from), later(1))
      expect(await stores.inbox.returnPath(from.channel, from.address)).toBe('{"v":2}')
    })
  })
}
