import { beforeEach, describe, expect, it } from 'vitest'
import type { Alert } from './conversation-store.ts'
import type { OutboxJob } from './jobs.ts'
import type { MemoryStores } from './memory-stores.ts'
import {
  aBubble,
  aConversation,
  aDraft,
  anId,
  anInterview,
  aRecord,
  aTurn,
  later,
  type OpenStores,
  somebody,
} from './store-fixtures.contract.ts'

/** What every conversation store promises, whatever it is made of. */
export function conversationStoreContract(name: string, open: OpenStores) {
  describe(`${name} is a conversation store`, () => {
    let stores: MemoryStores
    let personId: string
    let messageId: string

    beforeEach(async () => {
      stores = await open()
      ;({ personId, messageId } = await somebody(stores))
    })

    it('knows nothing of a stranger', async () => {
      expect(await stores.conversations.load('nobody')).toEqual({
        conversation: undefined,
        pending: [],
        reachableAt: undefined,
        hasOptedOut: false,
      })
    })

    it('gives back what it was given', async () => {
      const conversation = aConversation(personId, {
        interview: anInterview({
          asked: { step: 'level', claimIds: ['c1'], at: '2026-11-02T12:00:00Z' },
        }),
        previous: { interview: anInterview(), record: aRecord(personId) },
      })
      expect(await stores.conversations.commit(aTurn(personId, { conversation }))).toBe('saved')
      expect((await stores.conversations.load(personId)).conversation).toEqual(conversation)
    })

    it('lists what waits for an answer in the order it was written', async () => {
      const second = await somebody(stores, { text: 'deux', receivedAt: later(2) })
      const third = await somebody(stores, { text: 'trois', receivedAt: later(1) })
      const { pending } = await stores.conversations.load(personId)
      expect(pending.map(({ id }) => id)).toEqual([messageId, second.messageId, third.messageId])
    })

    it('does not hear again what a turn answered', async () => {
      const second = await somebody(stores)
      await stores.conversations.commit(aTurn(personId, { handled: [messageId] }))
      const { pending } = await stores.conversations.load(personId)
      expect(pending.map(({ id }) => id)).toEqual([second.messageId])
    })

    it('reaches people where they last wrote', async () => {
      expect((await stores.conversations.load(personId)).reachableAt).toEqual({
        channel: 'sms',
        address: '+33639980001',
      })
    })

    it('keeps the events of each turn in order', async () => {
      const heard = { type: 'heard', data: { messages: 1, isShort: true, words: ['a', 'b'] } }
      const noted = { type: 'noted', data: { what: 'deed' } }
      await stores.conversations.commit(aTurn(personId, { events: [heard, noted] }))
      const conversation = aConversation(personId, { version: 2 })
      await stores.conversations.commit(aTurn(personId, { conversation, events: [heard] }))
      const events = await stores.conversations.events(personId)
      expect(events).toMatchObject([
        { ...heard, turn: 1 },
        { ...noted, turn: 1 },
        { ...heard, turn: 2 },
      ])
      expect(events.every((event) => event.at instanceof Date)).toBe(true)
    })

    it('writes all the effects of a turn together', async () => {
      const draft = aDraft(personId)
      const bubble = aBubble(personId)
      const turn = aTurn(personId, {
        handled: [messageId],
        outgoing: [bubble],
        alerts: [anAlert(personId, messageId)],
        jobs: [deliver(bubble.id)],
        draft,
      })
      expect(await stores.conversations.commit(turn)).toBe('saved')
      expect(await stores.thread.ofPerson(personId)).toMatchObject([
        { id: messageId, author: 'person' },
        { id: bubble.id, author: 'robot', delivery: 'queued', choices: ['Oui', 'Non'] },
      ])
      expect(await stores.outbox.find(`deliver:${bubble.id}`)).toMatchObject({ state: 'open' })
      expect(await stores.drafts.find(draft.id)).toEqual(draft)
      expect(await stores.alerts.find(turn.alerts[0]?.id ?? '')).toMatchObject({ level: 2 })
    })

    it.each([
      ['a turn already played', { version: 1 }, 1],
      ['a turn that skips one', { version: 3 }, 1],
      ['a draft that somebody changed', { version: 2 }, 1],
    ])('changes nothing at all for %s', async (_, { version }, draftVersion) => {
      const draft = aDraft(personId, { version: draftVersion })
      const first = aTurn(personId, { draft, events: [{ type: 'heard', data: {} }] })
      await stores.conversations.commit(first)

      const bubble = aBubble(personId)
      const alert = anAlert(personId, messageId)
      const late = aTurn(personId, {
        conversation: aConversation(personId, { version, record: aRecord(personId) }),
        handled: [messageId],
        outgoing: [bubble],
        events: [{ type: 'said', data: {} }],
        alerts: [alert],
        jobs: [deliver(bubble.id)],
        draft: { ...draft, name: 'Autre' },
      })
      expect(await stores.conversations.commit(late)).toBe('stale')

      const { conversation, pending } = await stores.conversations.load(personId)
      expect(conversation).toEqual(first.conversation)
      expect(pending.map(({ id }) => id)).toEqual([messageId])
      expect(await stores.thread.ofPerson(personId)).toHaveLength(1)
      expect(await stores.conversations.events(personId)).toHaveLength(1)
      expect(await stores.alerts.find(alert.id)).toBeUndefined()
      expect(await stores.outbox.find(`deliver:${bubble.id}`)).toBeUndefined()
      expect(await stores.drafts.find(draft.id)).toEqual(draft)
    })

    it('lets one of twenty simultaneous turns through', async () => {
      const turns = Array.from({ length: 20 }, () =>
        aTurn(personId, { outgoing: [aBubble(personId)], events: [{ type: 'said', data: {} }] }),
      )
      const results = await Promise.all(turns.map((turn) => stores.conversations.commit(turn)))
      expect(results.filter((result) => result === 'saved')).toHaveLength(1)
      expect(await stores.conversations.events(personId)).toHaveLength(1)
      expect(await stores.thread.ofPerson(personId)).toHaveLength(2)
    })

    it('refuses a turn for somebody it does not know', async () => {
      expect(await stores.conversations.commit(aTurn('nobody'))).toBe('stale')
    })

    it('answers no message of somebody else', async () => {
      const other = await somebody(stores, { address: '+33639980002' })
      await stores.conversations.commit(aTurn(personId, { handled: [other.messageId] }))
      expect((await stores.conversations.load(other.personId)).pending).toHaveLength(1)
    })

    it('wakes those who watch the address, until they stop', async () => {
      const heard: string[] = []
      const stop = stores.signals.onMessage(({ address, personId: id }) =>
        heard.push(`${id} ${address}`),
      )
      const bubble = aBubble(personId, { address: '+33639980077' })
      await stores.conversations.commit(aTurn(personId, { outgoing: [bubble] }))
      await expect.poll(() => heard).toContain(`${personId} +33639980077`)
      stop()
      const next = aConversation(personId, { version: 2 })
      const after = aBubble(personId, { address: '+33639980078' })
      await stores.conversations.commit(aTurn(personId, { conversation: next, outgoing: [after] }))
      await new Promise((resolve) => setTimeout(resolve, 50))
      expect(heard).not.toContain(`${personId} +33639980078`)
    })
  })
}

function anAlert(personId: string, messageId: string): Alert {
  return { id: anId('alert'), personId, level: 2, kind: 'distress', messageId, at: later(9) }
}

function deliver(messageId: string): OutboxJob {
  return {
    id: `deliver:${messageId}`,
    name: 'deliver',
    payload: { messageId },
    notBefore: later(9),
  }
}
