import { createHash } from 'node:crypto'
import type { AuditEntry, AuditLog } from '#bot/ports/audit-log.ts'
import type { AuditLog as Row } from './client/client.ts'
import type { Database } from './database.ts'
import { lockKeys } from './locks.ts'

/** How many rows a check of the chain reads at a time. */
const page = 5000

export function prismaAuditLog(database: Database): AuditLog {
  return {
    async append(entry) {
      const { at, actor, action, personId = null, object = null } = entry
      await database.$transaction([
        database.$executeRaw(lockKeys(['audit log'])),
        database.$executeRaw`
          INSERT INTO audit_log (position, at, actor, action, person_id, object, prev_hash, hash)
          SELECT coalesce(last.position, 0) + 1, ${at.toISOString()}::timestamptz, ${actor},
                 ${action}, ${personId}::text, ${object}::text, coalesce(last.hash, ''),
                 encode(sha256(convert_to(coalesce(last.hash, '') || ${words(entry)}, 'UTF8')), 'hex')
            FROM (SELECT) AS one
            LEFT JOIN (SELECT position, hash FROM audit_log ORDER BY position DESC LIMIT 1) AS last
              ON true`,
      ])
    },
    async ofPerson(personId) {
      const rows = await database.auditLog.findMany({
        where: { personId },
        orderBy: { position: 'asc' },
      })
      return rows.map(entryOf)
    },
    async firstBroken() {
      let before = { position: 0n, hash: '' }
      for (;;) {
        const rows = await database.auditLog.findMany({
          where: { position: { gt: before.position } },
          orderBy: { position: 'asc' },
          take: page,
        })
        for (const row of rows) {
          if (!follows(row, before)) return Number(row.position)
          before = row
        }
        if (rows.length < page) return undefined
      }
    },
  }
}

function follows(row: Row, before: Pick<Row, 'position' | 'hash'>): boolean {
  const hash = createHash('sha256')
    .update(before.hash + words(entryOf(row)))
    .digest('hex')
  return row.position === before.position + 1n && row.prevHash === before.hash && row.hash === hash
}

/** What the hash covers besides the row before: every field, in one order. */
function words({ at, actor, action, personId, object }: AuditEntry): string {
  return JSON.stringify([at.toISOString(), actor, action, personId ?? null, object ?? null])
}

function entryOf({ at, actor, action, personId, object }: Row): AuditEntry {
  return {
    at,
    actor,
    action,
    ...(personId !== null && { personId }),
    ...(object !== null && { object }),
  }
}
