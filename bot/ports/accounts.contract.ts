import { beforeEach, describe, expect, it } from 'vitest'
import type { Counsellor } from './accounts.ts'
import type { MemoryStores } from './memory-stores.ts'
import { later, noon, type OpenStores } from './store-fixtures.contract.ts'

/** What every store of accounts promises: a link opens the desk once, a session until it ends. */
export function accountsContract(name: string, open: OpenStores) {
  describe(`${name} keeps accounts`, () => {
    let stores: MemoryStores
    let sami: Counsellor

    beforeEach(async () => {
      stores = await open()
      const { id } = await stores.accounts.createStructure('Mission locale', false)
      sami = await hire('Sami@Exemple.fr', id)
    })

    const hire = async (email: string, structureId: string) => {
      const made = await stores.accounts.createCounsellor({
        email,
        name: 'Sami',
        role: 'counsellor',
        structureId,
      })
      if (typeof made === 'string') throw new Error(made)
      return made
    }

    it('keeps structures, the oldest as the default', async () => {
      const before = await stores.accounts.defaultStructure()
      const made = await stores.accounts.createStructure('E2C', true)
      expect(made).toEqual({ id: made.id, name: 'E2C', isDemo: true })
      expect(await stores.accounts.structures()).toContainEqual(made)
      expect(await stores.accounts.defaultStructure()).toEqual(before)
    })

    it('finds a counsellor by email, however it is typed', async () => {
      expect(await stores.accounts.counsellorByEmail(' sami@exemple.FR')).toEqual(sami)
      expect(await stores.accounts.counsellorByEmail('autre@exemple.fr')).toBeUndefined()
      expect(await stores.accounts.counsellorsOf(sami.structureId)).toEqual([sami])
    })

    it('refuses an email that is taken, and a structure that does not exist', async () => {
      const { id: _, ...same } = sami
      const taken = { ...same, email: 'SAMI@exemple.fr' }
      expect(await stores.accounts.createCounsellor(taken)).toBe('email-taken')
      const lost = { ...same, email: 'b@exemple.fr', structureId: 'nowhere' }
      expect(await stores.accounts.createCounsellor(lost)).toBe('no-structure')
    })

    it('gives an email to one of twenty simultaneous requests', async () => {
      const { id: _, ...same } = sami
      const all = await Promise.all(
        Array.from({ length: 20 }, () =>
          stores.accounts.createCounsellor({ ...same, email: 'new@exemple.fr' }),
        ),
      )
      expect(all.filter((made) => made !== 'email-taken')).toHaveLength(1)
    })

    it('lets a login link in once among twenty clicks', async () => {
      await stores.accounts.addLoginToken(sami.id, 'hash', later(60))
      const all = await Promise.all(
        Array.from({ length: 20 }, () => stores.accounts.redeemLoginToken('hash', noon)),
      )
      expect(all.filter(Boolean)).toEqual([sami])
      expect(await stores.accounts.redeemLoginToken('hash', noon)).toBeUndefined()
    })

    it('refuses a login link that is too old or unknown', async () => {
      await stores.accounts.addLoginToken(sami.id, 'hash', later(60))
      expect(await stores.accounts.redeemLoginToken('hash', later(60))).toBeUndefined()
      expect(await stores.accounts.redeemLoginToken('other', noon)).toBeUndefined()
    })

    it('opens the desk for the time of a session', async () => {
      await stores.accounts.addSession(sami.id, 'hash', later(60))
      expect(await stores.accounts.counsellorOfSession('hash', later(59))).toEqual(sami)
      expect(await stores.accounts.counsellorOfSession('hash', later(60))).toBeUndefined()
      expect(await stores.accounts.counsellorOfSession('other', noon)).toBeUndefined()
    })

    it('ends a session when asked', async () => {
      await stores.accounts.addSession(sami.id, 'hash', later(60))
      await stores.accounts.endSession('hash')
      await stores.accounts.endSession('hash')
      expect(await stores.accounts.counsellorOfSession('hash', noon)).toBeUndefined()
    })
  })
}
