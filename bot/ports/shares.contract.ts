import { beforeEach, describe, expect, it } from 'vitest'
import type { MemoryStores } from './memory-stores.ts'
import { aDraft, anId, later, noon, type OpenStores, somebody } from './store-fixtures.contract.ts'

/** What every store of shares promises: a secret address opens until it ends. */
export function sharesContract(name: string, open: OpenStores) {
  describe(`${name} keeps shares`, () => {
    let stores: MemoryStores
    let personId: string

    beforeEach(async () => {
      stores = await open()
      ;({ personId } = await somebody(stores))
    })

    const aSpace = () =>
      ({ id: anId('share'), personId, kind: 'space', expiresAt: later(60) }) as const

    it('opens one approved CV', async () => {
      const draft = aDraft(personId)
      await stores.drafts.save(draft, [])
      const share = { ...aSpace(), kind: 'cv', draftId: draft.id } as const
      await stores.shares.add(share, 'hash')
      expect(await stores.shares.open('hash', noon)).toEqual(share)
    })

    it('opens the space of a person', async () => {
      const share = aSpace()
      await stores.shares.add(share, 'hash')
      expect(await stores.shares.open('hash', later(59))).toEqual(share)
    })

    it('says that an address is over, once expired or revoked', async () => {
      const [old, taken] = [aSpace(), aSpace()]
      await stores.shares.add(old, 'old')
      await stores.shares.add(taken, 'taken')
      await stores.shares.revoke(taken.id)
      expect(await stores.shares.open('old', later(60))).toBe('expired')
      expect(await stores.shares.open('taken', noon)).toBe('expired')
      expect(await stores.shares.open('old', noon)).toEqual(old)
    })

    it('opens nothing for a secret it does not know', async () => {
      expect(await stores.shares.open('other', noon)).toBeUndefined()
    })
  })
}
