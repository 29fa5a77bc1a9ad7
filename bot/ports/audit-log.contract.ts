import { beforeEach, describe, expect, it } from 'vitest'
import type { AuditEntry, AuditLog } from './audit-log.ts'
import { later } from './store-fixtures.contract.ts'

/** An audit log, and the hand that changes the row at a position (from 1) behind its back. */
export type OpenAuditLog = () => Promise<{
  readonly auditLog: AuditLog
  readonly tamper: (position: number) => Promise<void>
}>

/** What every audit log promises: whoever rewrites the past is noticed. */
export function auditLogContract(name: string, open: OpenAuditLog) {
  describe(`${name} is an audit log`, () => {
    let auditLog: AuditLog
    let tamper: (position: number) => Promise<void>

    beforeEach(async () => {
      ;({ auditLog, tamper } = await open())
    })

    it('holds when it is empty', async () => {
      expect(await auditLog.firstBroken()).toBeUndefined()
    })

    it('tells what was done to somebody, in order', async () => {
      const entries = [anEntry({ object: 'draft-1' }), anEntry({ action: 'approved' })]
      for (const entry of entries) await auditLog.append(entry)
      const { personId: _, ...system } = anEntry({ actor: 'system' })
      await auditLog.append(system)
      expect(await auditLog.ofPerson('lina')).toEqual(entries)
      expect(await auditLog.ofPerson('nobody')).toEqual([])
      expect(await auditLog.firstBroken()).toBeUndefined()
    })

    it('chains entries that come at the same time', async () => {
      await Promise.all(
        Array.from({ length: 20 }, (_, i) => auditLog.append(anEntry({ object: `draft-${i}` }))),
      )
      expect(await auditLog.ofPerson('lina')).toHaveLength(20)
      expect(await auditLog.firstBroken()).toBeUndefined()
    })

    it.each([1, 2, 3])('notices that row %i was changed', async (position) => {
      for (const action of ['read', 'approved', 'shared'])
        await auditLog.append(anEntry({ action }))
      await tamper(position)
      expect(await auditLog.firstBroken()).toBe(position)
    })
  })
}

function anEntry(with_: Partial<AuditEntry> = {}): AuditEntry {
  return { at: later(1), actor: 'sami', action: 'read', personId: 'lina', ...with_ }
}
