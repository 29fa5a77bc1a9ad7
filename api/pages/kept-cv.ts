import type { StoredFile } from '#bot/ports/files.ts'
import type { Draft } from '#portfolio/cv.ts'
import type { PageDeps } from './page-deps.ts'

/** In the order in which pages offer them. */
export const cvFormats = ['pdf', 'html', 'txt', 'docx'] as const

export type KeptCv = {
  readonly formats: readonly StoredFile['format'][]
  /** Of the draft version that was rendered. */
  readonly version: number
}

/** Which files of an approved CV are there. `undefined` until the first one is rendered. */
export async function keptCv(
  { files }: Pick<PageDeps, 'files'>,
  draft: Draft | undefined,
): Promise<KeptCv | undefined> {
  if (!draft) return undefined
  const found = await Promise.all(cvFormats.map((format) => files.find(draft.id, format)))
  const present = found.filter((file) => file !== undefined)
  const [first] = present
  return first && { formats: present.map((file) => file.format), version: first.draftVersion }
}
