import { told } from '#portfolio/field.ts'
import type { Job } from './jobs.ts'
import type { MemoryWorld } from './memory-world.ts'

/** Deletes every row about a person; the audit log (ids only) and the hashed opt-outs stay. */
export function eraseFrom(world: MemoryWorld, personId: string): boolean {
  if (!world.people.has(personId)) return false
  const email = told(world.conversations.get(personId)?.record.email ?? { state: 'declined' })
  const ids = new Set([personId])
  for (const table of [world.messages, world.drafts, world.alerts, world.shares])
    for (const row of table.values()) if (row.personId === personId) ids.add(row.id)

  const tables: Map<string, { readonly personId: string }>[] = [
    world.messages,
    world.drafts,
    world.alerts,
    world.shares,
    world.addresses,
    world.conversations,
  ]
  for (const table of tables) forget(table, (row) => row.personId === personId)
  for (const { id, to, subject, text } of [...world.mails.values()])
    if (to === email || names(`${subject} ${text}`, ids)) {
      world.mails.delete(id)
      ids.add(id)
    }
  forget(world.jobs, (job) => subjects(job).some((id) => ids.has(id)))
  keep(world.events, (row) => row.personId !== personId)
  keep(world.files, (file) => !ids.has(file.draftId))
  return world.people.delete(personId)
}

function subjects(job: Job): string[] {
  return Object.values(job.payload).filter((value) => typeof value === 'string')
}

function names(text: string, ids: ReadonlySet<string>): boolean {
  return text.split(/[^\w-]+/).some((word) => ids.has(word))
}

function forget<Row>(table: Map<string, Row>, isOurs: (row: Row) => boolean): void {
  for (const [key, row] of table) if (isOurs(row)) table.delete(key)
}

function keep<Row>(rows: Row[], isKept: (row: Row) => boolean): void {
  rows.splice(0, rows.length, ...rows.filter(isKept))
}
