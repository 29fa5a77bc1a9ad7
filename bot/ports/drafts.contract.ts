import { beforeEach, describe, expect, it } from 'vitest'
import type { OutboxJob } from './jobs.ts'
import type { MemoryStores } from './memory-stores.ts'
import { aDraft, aLine, later, noon, type OpenStores, somebody } from './store-fixtures.contract.ts'

/** What every store of drafts promises: no decision overwrites another. */
export function draftsContract(name: string, open: OpenStores) {
  describe(`${name} keeps drafts`, () => {
    let stores: MemoryStores
    let personId: string

    beforeEach(async () => {
      stores = await open()
      ;({ personId } = await somebody(stores))
    })

    const inboxOf = async (status?: 'in-review' | 'changes-requested' | 'approved') => {
      const structure = await stores.accounts.defaultStructure()
      return stores.drafts.ofStructure(structure?.id ?? '', status)
    }

    it('gives back what it was given', async () => {
      const draft = aDraft(personId)
      expect(await stores.drafts.save(draft, [])).toBe('saved')
      expect(await stores.drafts.find(draft.id)).toEqual(draft)
      expect(await stores.drafts.find('nothing')).toBeUndefined()
    })

    it('saves the jobs of a decision with it', async () => {
      const draft = aDraft(personId)
      await stores.drafts.save(draft, [render(draft.id)])
      expect(await stores.outbox.find(`render:${draft.id}`)).toMatchObject({ state: 'open' })
    })

    it.each([1, 3])('refuses version %i after version 1, and its jobs', async (version) => {
      const draft = aDraft(personId)
      await stores.drafts.save(draft, [])
      const late = { ...draft, version, name: 'Autre' }
      expect(await stores.drafts.save(late, [render(draft.id)])).toBe('stale')
      expect(await stores.drafts.find(draft.id)).toEqual(draft)
      expect(await stores.outbox.find(`render:${draft.id}`)).toBeUndefined()
    })

    it('refuses a new draft that pretends to be older, or of nobody', async () => {
      expect(await stores.drafts.save(aDraft(personId, { version: 2 }), [])).toBe('stale')
      expect(await stores.drafts.save(aDraft('nobody'), [])).toBe('stale')
    })

    it('lets one of twenty counsellors decide', async () => {
      const draft = aDraft(personId)
      await stores.drafts.save(draft, [])
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          stores.drafts.save({ ...draft, version: 2, name: `${i}` }, []),
        ),
      )
      expect(results.filter((result) => result === 'saved')).toHaveLength(1)
    })

    it('finds the latest draft of a person', async () => {
      const old = aDraft(personId)
      const recent = aDraft(personId, { createdAt: later(60).toISOString() })
      await stores.drafts.save(recent, [])
      await stores.drafts.save(old, [])
      expect((await stores.drafts.latestOf(personId))?.id).toBe(recent.id)
      expect(await stores.drafts.latestOf('nobody')).toBeUndefined()
    })

    it('lists what waits in a structure, oldest first', async () => {
      const recent = aDraft(personId, { updatedAt: later(60).toISOString() })
      const items = [
        aLine(),
        aLine({ answer: 'en 2025' }),
        aLine({ answer: 'oui', verdict: 'accepted' }),
      ]
      const old = aDraft(personId, { items, status: 'approved' })
      await stores.drafts.save(recent, [])
      await stores.drafts.save(old, [])
      const cards = await inboxOf()
      expect(cards.map(({ id }) => id)).toEqual([old.id, recent.id])
      expect(cards[0]).toEqual({
        id: old.id,
        personId,
        name: 'Lina Béranger',
        status: 'approved',
        pending: 2,
        answered: 1,
        updatedAt: noon,
      })
      expect((await inboxOf('in-review')).map(({ id }) => id)).toEqual([recent.id])
      const other = await stores.accounts.createStructure('Ailleurs', false)
      expect(await stores.drafts.ofStructure(other.id)).toEqual([])
    })

    it('shows the newest version in the list', async () => {
      const draft = aDraft(personId)
      await stores.drafts.save(draft, [])
      const items = [aLine({ verdict: 'accepted' })]
      await stores.drafts.save({ ...draft, items, version: 2, status: 'approved' }, [])
      expect(await inboxOf()).toMatchObject([{ id: draft.id, status: 'approved', pending: 0 }])
    })
  })
}

function render(draftId: string): OutboxJob {
  return { id: `render:${draftId}`, name: 'render', payload: { draftId }, notBefore: noon }
}
