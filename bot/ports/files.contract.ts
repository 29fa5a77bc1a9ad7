import { beforeEach, describe, expect, it } from 'vitest'
import type { Draft } from '#portfolio/cv.ts'
import { NotFound } from '#portfolio/errors.ts'
import type { MemoryStores } from './memory-stores.ts'
import { aDraft, type OpenStores, somebody } from './store-fixtures.contract.ts'

/** What every store of files promises: the newest version, byte for byte. */
export function filesContract(name: string, open: OpenStores) {
  describe(`${name} keeps files`, () => {
    let stores: MemoryStores
    let draft: Draft

    beforeEach(async () => {
      stores = await open()
      draft = aDraft((await somebody(stores)).personId)
      await stores.drafts.save(draft, [])
    })

    const put = (draftVersion: number, bytes: Uint8Array) =>
      stores.files.put({ draftId: draft.id, draftVersion, format: 'pdf', bytes })

    it('gives back every byte, with its SHA-256', async () => {
      const bytes = Uint8Array.from({ length: 70_000 }, (_, i) => i % 256)
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
      const stored = await put(1, bytes)
      expect(stored.sha256).toBe([...digest].map((b) => b.toString(16).padStart(2, '0')).join(''))
      const found = await stores.files.find(draft.id, 'pdf')
      expect(found).toEqual(stored)
      expect([...(found?.bytes ?? [])]).toEqual([...bytes])
    })

    it('finds the newest version, whatever the order of writing', async () => {
      await put(2, new Uint8Array([2]))
      await put(1, new Uint8Array([1]))
      expect(await stores.files.find(draft.id, 'pdf')).toMatchObject({ draftVersion: 2 })
    })

    it('keeps one file when a job runs twice', async () => {
      await Promise.all([put(1, new Uint8Array([1])), put(1, new Uint8Array([1]))])
      await put(1, new Uint8Array([7]))
      expect([...((await stores.files.find(draft.id, 'pdf'))?.bytes ?? [])]).toEqual([7])
    })

    it('has nothing in another format, or of another draft', async () => {
      await put(1, new Uint8Array([1]))
      expect(await stores.files.find(draft.id, 'docx')).toBeUndefined()
      expect(await stores.files.find('nothing', 'pdf')).toBeUndefined()
    })

    it('keeps no file of a draft that is gone', async () => {
      const lost = { draftId: 'nothing', draftVersion: 1, format: 'pdf' } as const
      await expect(stores.files.put({ ...lost, bytes: new Uint8Array([1]) })).rejects.toThrow(
        NotFound,
      )
    })
  })
}
