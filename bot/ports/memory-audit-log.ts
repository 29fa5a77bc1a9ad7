import type { AuditEntry, AuditLog } from './audit-log.ts'
import { checksum, type MemoryWorld } from './memory-world.ts'

/** A chain of checksums instead of SHA-256: the same promise, without the strength. */
export function memoryAuditLog(world: MemoryWorld): AuditLog {
  return {
    async append(entry) {
      world.audit.push({ entry, hash: link(world.audit.at(-1)?.hash ?? '', entry) })
    },
    async ofPerson(personId) {
      return world.audit.map((row) => row.entry).filter((entry) => entry.personId === personId)
    },
    async firstBroken() {
      const at = world.audit.findIndex(
        ({ entry, hash }, index) => hash !== link(world.audit[index - 1]?.hash ?? '', entry),
      )
      return at < 0 ? undefined : at + 1
    },
  }
}

function link(before: string, { at, actor, action, personId, object }: AuditEntry): string {
  return checksum(JSON.stringify([before, at.toISOString(), actor, action, personId, object]))
}
