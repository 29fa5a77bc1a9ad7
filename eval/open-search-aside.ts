import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SearchConfig } from '#retrieval/config.ts'
import { type OpenedSearch, openSearch } from '#retrieval/index.ts'
import { importRome } from '#retrieval/referentials/rome/import.ts'

/** What the search was opened with, for the notes under a table. */
export type SearchAside = OpenedSearch & { readonly description: string }

/**
 * Opens the search in a folder of its own, which `close` removes: on the ROME publication at `rome`
 * (folder or zip), or on our starter alone. Nothing of an installation is read or changed. Throws
 * `BadReferential` for a broken publication.
 */
export async function openSearchAside(
  rome: string | undefined,
  { EMBEDDINGS }: Partial<SearchConfig> = {},
): Promise<SearchAside> {
  const folder = mkdtempSync(join(tmpdir(), 'raconte-eval-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    if (rome !== undefined) importRome(rome, folder)
    const opened = await openSearch({ DATA_DIR: folder, EMBEDDINGS })
    const { version, skills, jobs, encoder } = opened.status()
    return {
      ...opened,
      description: `${rome === undefined ? 'starter only' : `ROME ${version}`}: ${skills} skills, ${jobs} jobs, encoder ${encoder}`,
      close: async () => {
        await opened.close()
        remove()
      },
    }
  } catch (error) {
    remove()
    throw error
  }
}
