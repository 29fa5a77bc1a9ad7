import { beforeEach, describe, expect, it } from 'vitest'
import { known } from '#portfolio/field.ts'
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
  noon,
  type OpenStores,
  somebody,
} from './store-fixtures.contract.ts'

/** What every list of people promises, and that an erased person cannot be found again. */
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

    it('leaves nothing findable of somebody who asks to be erased', async () => {
      const { personId, messageId } = await somebody(stores, { returnPath: '{}' })
      const record = {
        ...aRecord(personId, { first: 'Lina', last: 'Béranger' }),
        email: known('lina@exemple.fr'),
      }
      const draft = aDraft(personId)
      const bubble = aBubble(personId)
      const alertId = anId('alert')
      const alert = {
        id: alertId,
        personId,
        level: 2,
        kind: 'distress',
        messageId,
        at: noon,
      } as const
      const job = {
        id: `deliver:${bubble.id}`,
        name: 'deliver',
        payload: { messageId: bubble.id },
        notBefore: noon,
      } as const
      await stores.conversations.commit(
        aTurn(personId, {
          conversation: aConversation(personId, { record }),
          outgoing: [bubble],
          events: [{ type: 'heard', data: {} }],
          alerts: [alert],
          jobs: [job],
          draft,
        }),
      )
      const bytes = new Uint8Array([1, 2, 3])
      await stores.files.put({ draftId: draft.id, draftVersion: 1, format: 'pdf', bytes })
      const share = { id: anId('share'), personId, kind: 'cv', draftId: draft.id } as const
      await stores.shares.add({ ...share, expiresAt: later(60) }, 'hash')
      const mail = { subject: 'Un brouillon à relire', createdAt: noon }
      await stores.mails.post({ ...mail, id: 'x1', to: 'c@x.fr', text: `/conseil/${draft.id}.` })
      await stores.mails.post({ ...mail, id: 'x2', to: 'lina@exemple.fr', text: 'Bonjour' })
      await stores.mails.post({ ...mail, id: 'x3', to: 'c@x.fr', text: 'Rien sur elle' })

      expect(await stores.people.erase(personId)).toBe(true)

      expect(await stores.people.find(personId)).toBeUndefined()
      expect(await stores.people.ofStructure(structureId, '', 50)).toEqual([])
      expect(await stores.people.atAddress(bubble)).toBeUndefined()
      expect(await stores.inbox.find(messageId)).toBeUndefined()
      expect(await stores.inbox.returnPath('sms', bubble.address)).toBeUndefined()
      const loaded = await stores.conversations.load(personId)
      expect(loaded).toMatchObject({ conversation: undefined, pending: [], reachableAt: undefined })
      expect(await stores.conversations.events(personId)).toEqual([])
      expect(await stores.thread.ofPerson(personId)).toEqual([])
      expect(await stores.thread.ofAddress('sms', bubble.address, 0)).toEqual([])
      expect(await stores.thread.claim(bubble.id)).toBeUndefined()
      expect(await stores.outbox.find(job.id)).toBeUndefined()
      expect(await stores.outbox.find(`receive:${messageId}`)).toBeUndefined()
      expect(await stores.drafts.find(draft.id)).toBeUndefined()
      expect(await stores.drafts.latestOf(personId)).toBeUndefined()
      expect(await stores.files.find(draft.id, 'pdf')).toBeUndefined()
      expect(await stores.shares.open('hash', noon)).toBeUndefined()
      expect(await stores.alerts.find(alertId)).toBeUndefined()
      expect((await stores.mails.latest(10)).map(({ id }) => id)).toEqual(['x3'])
      expect(await stores.people.erase(personId)).toBe(false)
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

    it('does not give away an address that is somebody else’s', async () => {
      const { personId } = await somebody(stores)
      const other = await meet(2, 'Malik', 'Kone')
      const theirs = (await stores.people.find(other))?.addresses[0]
      expect(theirs && (await stores.people.link(personId, theirs))).toBe('taken')
      expect(theirs && (await stores.people.atAddress(theirs))?.id).toBe(other)
    })

    it('erases one person and nobody else', async () => {
      const gone = await meet(1, 'Lina', 'Béranger')
      const kept = await meet(2, 'Malik', 'O_Connor')
      await stores.people.erase(gone)
      expect(await found('')).toEqual(['Malik'])
      expect(await stores.thread.ofPerson(kept)).toHaveLength(1)
      expect(await stores.outbox.counts()).toEqual({ open: 1, dead: 0 })
    })

    it('hears as a stranger somebody who writes while being erased', async () => {
      const { personId } = await somebody(stores)
      const during = await Promise.all([
        stores.people.erase(personId),
        ...Array.from({ length: 10 }, () => somebody(stores)),
      ])
      expect(during[0]).toBe(true)
      const { personId: stranger } = await somebody(stores)
      expect(stranger).not.toBe(personId)
      expect(await stores.thread.ofPerson(personId)).toEqual([])
      expect((await stores.conversations.load(stranger)).pending.length).toBeGreaterThan(0)
    })
  })
}
