import type { DraftItem } from '#portfolio/cv.ts'
import { csrfField, hidden } from '../form-parts.ts'
import type { Html } from '../html.ts'
import type { ReviewView } from './review-view.ts'

export function decisionAddress({ draft }: ReviewView): string {
  return `/conseil/dossiers/${encodeURIComponent(draft.id)}/decision`
}

/** The hidden fields of every decision. The version is what the counsellor has read. */
export function decisionFields(item: DraftItem, { csrf, draft }: ReviewView, kind: string): Html {
  return [
    csrfField(csrf),
    hidden('version', draft.version),
    hidden('item', item.id),
    hidden('kind', kind),
  ]
}
