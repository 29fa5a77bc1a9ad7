import { NotFound } from '#portfolio/errors.ts'
import type { Files } from './files.ts'
import type { MemoryWorld } from './memory-world.ts'

export function memoryFiles(world: MemoryWorld): Files {
  return {
    async put(file) {
      if (!world.drafts.has(file.draftId)) throw new NotFound('no such draft')
      const bytes = file.bytes.slice()
      const stored = { ...file, bytes, sha256: world.sha256(bytes) }
      const same = world.files.findIndex(
        (one) =>
          one.draftId === file.draftId &&
          one.draftVersion === file.draftVersion &&
          one.format === file.format,
      )
      world.files.splice(same < 0 ? world.files.length : same, 1, stored)
      return stored
    },
    async find(draftId, format) {
      return world.files
        .filter((file) => file.draftId === draftId && file.format === format)
        .sort((a, b) => a.draftVersion - b.draftVersion)
        .at(-1)
    },
  }
}
