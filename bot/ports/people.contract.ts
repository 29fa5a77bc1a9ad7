import { beforeEach, describe, expect, it } from 'vitest'
import type { MemoryStores } from './memory-stores.ts'
import {
  aConversation,
  anInterview,
  aRecord,
  aTurn,
  later,
  noon,
  type OpenStores,
  somebody,
} from './store-fixtures.contract.ts'

/** What every list of people promises. That they can be erased is in `eraseContract`. */
export function peopleContract(name: string, open: OpenStores) {
  describe(`${name} keeps people`, () => {
    let stores: MemoryStores
    let structureId: string

    beforeEach(async () => {
      stores = await open()
      structureId =
        (await stores.accounts.defaultStructure())?.id ??
        (await stores.accounts.createStructure('Mission locale', false)).id
    })

    const meet = async (number: number, first: string, last: string) => {
      const address = `+3363998${String(number).padStart(4, '0')}`
      const { personId } = await somebody(stores, { address, receivedAt: later(number) })
      const conversation = aConversation(personId, { record: aRecord(personId, { first, last }) })
      await stores.conversations.commit(aTurn(personId, { conversation }))
      return personId
    }
    const found = async (search: string, limit = 50) =>
      (await stores.people.ofStructure(structureId, search, limit)).map((card) => card.firstName)

    it('shows somebody who has only written', async () => {
      const { personId } = await somebody(stores)
      expect(await stores.people.find(personId)).toEqual({
        id: personId,
        structureId,
        stage: 'new',
        mode: 'running',
        createdAt: noon,
        lastWroteAt: noon,
        addresses: [{ channel: 'sms', address: '+33639980001' }],
        hasOptedOut: false,
      })
    })

    it('shows the name and the stage of a conversation', async () => {
      const { personId } = await somebody(stores)
      const interview = anInterview({ stage: 'recap', mode: 'paused' })
      const conversation = aConversation(personId, { interview })
      await stores.conversations.commit(aTurn(personId, { conversation }))
      expect(await stores.people.find(personId)).toMatchObject({
        firstName: 'Lina',
        stage: 'recap',
        mode: 'paused',
      })
    })

    it('finds the person behind an address', async () => {
      const { personId } = await somebody(stores)
      const at = { channel: 'sms', address: '+33639980001' } as const
      expect((await stores.people.atAddress(at))?.id).toBe(personId)
      expect(await stores.people.atAddress({ ...at, channel: 'web' })).toBeUndefined()
      expect(await stores.people.find('nobody')).toBeUndefined()
    })

    it('lists a structure by who wrote last', async () => {
      await meet(1, 'Lina', 'Béranger')
      await meet(3, 'Zoé', 'N’Diaye')
      await meet(2, 'Malik', 'O_Connor')
      expect(await found('')).toEqual(['Zoé', 'Malik', 'Lina'])
      expect(await found('', 2)).toEqual(['Zoé', 'Malik'])
      const other = await stores.accounts.createStructure('Ailleurs', false)
      expect(await stores.people.ofStructure(other.id, '', 50)).toEqual([])
    })

    it('searches by name as people type, and by number', async () => {
      await meet(1, 'Lina', 'Béranger')
      await meet(3, 'Zoé', 'N’Diaye')
      await meet(2, 'Malik', 'O_Connor')
      expect(await found('zoe')).toEqual(['Zoé'])
      expect(await found(' BERAN ')).toEqual(['Lina'])
      expect(await found('lina béranger')).toEqual(['Lina'])
      expect(await found('06 39 98 00 02')).toEqual(['Malik'])
      expect(await found('+33639980003')).toEqual(['Zoé'])
      expect(await found('personne')).toEqual([])
    })

    it('takes the signs of a search as they are', async () => {
      await meet(1, 'Lina', 'Béranger')
      await meet(2, 'Malik', 'O_Connor')
      expect(await found('_')).toEqual(['Malik'])
      expect(await found('%')).toEqual([])
      expect(await found("\\'; --")).toEqual([])
    })

    it('respects an opt-out, on that address and in lists', async () => {
      const { personId } = await somebody(stores)
      const at = { channel: 'sms', address: '+33639980001' } as const
      await stores.people.setOptOut(at, true, 'STOP')
      expect((await stores.conversations.load(personId)).hasOptedOut).toBe(true)
      expect((await stores.people.find(personId))?.hasOptedOut).toBe(true)
      const other = await somebody(stores, { address: '+33639980002' })
      expect((await stores.conversations.load(other.personId)).hasOptedOut).toBe(false)
      await stores.people.setOptOut(at, false, 'START')
      expect((await stores.conversations.load(personId)).hasOptedOut).toBe(false)
    })

    it('remembers an opt-out of somebody who never wrote, and after an erasure', async () => {
      const at = { channel: 'sms', address: '+33639980001' } as const
      await stores.people.setOptOut(at, true, 'carrier')
      const first = await somebody(stores)
      expect((await stores.conversations.load(first.personId)).hasOptedOut).toBe(true)
      await stores.people.erase(first.personId)
      const second = await somebody(stores)
      expect(second.personId).not.toBe(first.personId)
      expect((await stores.conversations.load(second.personId)).hasOptedOut).toBe(true)
    })

    it('hears one person on two channels as one conversation', async () => {
      const { personId } = await somebody(stores)
      const web = { channel: 'web', address: 'web-of-lina' } as const
      expect(await stores.people.link(personId, web)).toBe('linked')
      expect(await stores.people.link(personId, web)).toBe('linked')
      const accepted = await stores.inbox.accept(
        { ...web, externalId: 'w1', text: 'salut', attachments: 0, masked: [], receivedAt: noon },
        noon,
      )
      expect(accepted.personId).toBe(personId)
      expect((await stores.people.atAddress(web))?.id).toBe(personId)
      expect((await stores.conversations.load(personId)).pending).toHaveLength(2)
    })

    it('gives no address to somebody it does not know', async () => {
      const web = { channel: 'web', address: 'web-of-nobody' } as const
      expect(await stores.people.link('nobody', web)).toBe('taken')
      expect(await stores.people.atAddress(web)).toBeUndefined()
    })

    it('does not give away an address that is somebody else’s', async () => {
      const { personId } = await somebody(stores)
      const other = await meet(2, 'Malik', 'Kone')
      const theirs = (await stores.people.find(other))?.addresses[0]
      expect(theirs && (await stores.people.link(personId, theirs))).toBe('taken')
      expect(theirs && (await stores.people.atAddress(theirs))?.id).toBe(other)
    })
  })
}
