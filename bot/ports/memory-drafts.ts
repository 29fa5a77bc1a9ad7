import type { Draft } from '#portfolio/cv.ts'
import { waiting } from '#portfolio/review-draft.ts'
import type { DraftCard, Drafts } from './drafts.ts'
import { addJobs, isNextDraft, type MemoryWorld } from './memory-world.ts'

export function memoryDrafts(world: MemoryWorld): Drafts {
  const all = () => [...world.drafts.values()]
  return {
    async find(draftId) {
      return world.drafts.get(draftId)
    },
    async latestOf(personId) {
      return all()
        .filter((draft) => draft.personId === personId)
        .sort((a, b) => a.createdAt.localeCompare(b.createdAt))
        .at(-1)
    },
    async ofStructure(structureId, status) {
      return all()
        .filter((draft) => world.people.get(draft.personId)?.structureId === structureId)
        .filter((draft) => !status || draft.status === status)
        .sort((a, b) => a.updatedAt.localeCompare(b.updatedAt))
        .map(card)
    },
    async save(draft, jobs) {
      if (!isNextDraft(world, draft)) return 'stale'
      world.drafts.set(draft.id, draft)
      addJobs(world, jobs)
      return 'saved'
    },
  }
}

function card(draft: Draft): DraftCard {
  const { id, personId, name, status, updatedAt } = draft
  const pending = waiting(draft)
  return {
    id,
    personId,
    name,
    status,
    pending: pending.length,
    answered: pending.filter((item) => item.answer !== undefined).length,
    updatedAt: new Date(updatedAt),
  }
}
