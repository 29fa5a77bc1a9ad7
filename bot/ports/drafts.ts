import type { Draft } from '#portfolio/cv.ts'
import type { OutboxJob } from './jobs.ts'

export type DraftCard = {
  readonly id: string
  readonly personId: string
  readonly name: string
  readonly status: Draft['status']
  readonly pending: number
  readonly answered: number
  readonly updatedAt: Date
}

export interface Drafts {
  find(draftId: string): Promise<Draft | undefined>
  latestOf(personId: string): Promise<Draft | undefined>
  /** Oldest first. */
  ofStructure(structureId: string, status?: Draft['status']): Promise<readonly DraftCard[]>
  /** `draft.version` is one more than stored (1 for a new one); else `'stale'` and nothing changes. */
  save(draft: Draft, jobs: readonly OutboxJob[]): Promise<'saved' | 'stale'>
}
