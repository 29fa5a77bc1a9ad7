import type { Drafts } from '#bot/ports/drafts.ts'
import { Prisma } from './client/client.ts'
import type { Database } from './database.ts'
import { draftCard, draftOf, isNextDraft, upsertDraft } from './draft-rows.ts'
import { lockPerson } from './locks.ts'
import { insertJobs } from './outbox-rows.ts'

export function prismaDrafts(database: Database): Drafts {
  return {
    async find(draftId) {
      const row = await database.draft.findUnique({ where: { id: draftId } })
      return row ? draftOf(row) : undefined
    },
    async latestOf(personId) {
      const row = await database.draft.findFirst({
        where: { personId },
        orderBy: { createdAt: 'desc' },
      })
      return row ? draftOf(row) : undefined
    },
    async ofStructure(structureId, status) {
      const rows = await database.draft.findMany({
        where: { structureId, ...(status && { status }) },
        orderBy: [{ updatedAt: 'asc' }, { id: 'asc' }],
        omit: { content: true },
      })
      return rows.map(draftCard)
    },
    async save(draft, jobs) {
      const [, rows] = await database.$transaction([
        database.$queryRaw(lockPerson(draft.personId)),
        database.$queryRaw<{ id: string }[]>`
          WITH owner AS (
            SELECT id, structure_id FROM person
             WHERE id = ${draft.personId} AND ${isNextDraft(draft)}
          ), saved AS (${upsertDraft(draft, Prisma.sql`owner`)}),
          queued AS (${insertJobs(jobs, Prisma.sql`, owner`)})
          SELECT id FROM owner`,
      ])
      return rows.length ? 'saved' : 'stale'
    },
  }
}
