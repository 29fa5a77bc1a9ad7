import { beforeEach, describe, expect, it } from 'vitest'
import { known } from '#portfolio/field.ts'
import type { MemoryStores } from './memory-stores.ts'
import {
  aBubble,
  aConversation,
  aDraft,
  anId,
  aRecord,
  aTurn,
  later,
  noon,
  type OpenStores,
  somebody,
} from './store-fixtures.contract.ts'

/** That an erased person cannot be found again, through any port. */
export function eraseContract(name: string, open: OpenStores) {
  describe(`${name} forgets people`, () => {
    let stores: MemoryStores
    let structureId: string

    beforeEach(async () => {
      stores = await open()
      structureId =
        (await stores.accounts.defaultStructure())?.id ??
        (await stores.accounts.createStructure('Mission locale', false)).id
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
      expect(await stores.thread.claim(bubble.id, noon)).toBeUndefined()
      expect(await stores.outbox.find(job.id)).toBeUndefined()
      expect(await stores.outbox.find(`receive:${messageId}`)).toBeUndefined()
      expect(await stores.drafts.find(draft.id)).toBeUndefined()
      expect(await stores.drafts.latestOf(personId)).toBeUndefined()
      expect(await stores.files.find(draft.id, 'pdf')).toBeUndefined()
      expect(await stores.shares.open('hash', noon)).toBeUndefined()
      expect(await stores.alerts.find(alertId)).toBeUndefined()
      expect(await stores.outbox.find('mail:x1')).toBeUndefined()
      expect((await stores.mails.latest(10)).map(({ id }) => id)).toEqual(['x3'])
      expect(await stores.people.erase(personId)).toBe(false)
    })

    it('erases one person and nobody else', async () => {
      const gone = await somebody(stores)
      const kept = await somebody(stores, { address: '+33639980002' })
      await stores.people.erase(gone.personId)
      const cards = await stores.people.ofStructure(structureId, '', 50)
      expect(cards.map(({ id }) => id)).toEqual([kept.personId])
      expect(await stores.thread.ofPerson(kept.personId)).toHaveLength(1)
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
