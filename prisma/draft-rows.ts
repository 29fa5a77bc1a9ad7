import type { DraftCard } from '#bot/ports/drafts.ts'
import type { Draft } from '#portfolio/cv.ts'
import { waiting } from '#portfolio/review-draft.ts'
import { Prisma, type Draft as Row } from './client/client.ts'
import { fromJson, jsonText, storable } from './stored-json.ts'

/** True in SQL when the draft is one version ahead of what is stored. Its person must be locked. */
export function isNextDraft({ id, version }: Draft): Prisma.Sql {
  return Prisma.sql`
    coalesce((SELECT draft.version FROM draft WHERE draft.id = ${id}), 0) = ${version} - 1`
}

/** Writes the draft for the person in `from`, which has `id` and `structure_id`. */
export function upsertDraft(draft: Draft, from: Prisma.Sql): Prisma.Sql {
  const pending = waiting(draft)
  const answered = pending.filter((item) => item.answer !== undefined)
  return Prisma.sql`
    INSERT INTO draft (id, person_id, structure_id, version, status, name, pending, answered,
                       created_at, updated_at, content)
    SELECT ${draft.id}, id, structure_id, ${draft.version}, ${draft.status},
           ${storable(draft.name)}, ${pending.length}, ${answered.length},
           ${draft.createdAt}::timestamptz, ${draft.updatedAt}::timestamptz,
           ${jsonText(draft)}::jsonb
      FROM ${from}
    ON CONFLICT (id) DO UPDATE
      SET version = excluded.version, status = excluded.status, name = excluded.name,
          pending = excluded.pending, answered = excluded.answered,
          updated_at = excluded.updated_at, content = excluded.content`
}

export function draftOf({ content }: Pick<Row, 'content'>): Draft {
  return fromJson(content)
}

export function draftCard(row: Omit<Row, 'content'>): DraftCard {
  const { id, personId, name, pending, answered, updatedAt } = row
  const status = row.status === 'approved' || row.status === 'in-review' ? row.status : undefined
  return { id, personId, name, status: status ?? 'changes-requested', pending, answered, updatedAt }
}
