import { createHash } from 'node:crypto'
import type { Files } from '#bot/ports/files.ts'
import { NotFound } from '#portfolio/errors.ts'
import { Prisma } from './client/client.ts'
import type { Database } from './database.ts'

export function prismaFiles(database: Database): Files {
  return {
    async put({ draftId, draftVersion, format, bytes }) {
      const content = Uint8Array.from(bytes)
      const sha256 = createHash('sha256').update(content).digest('hex')
      try {
        await database.file.upsert({
          where: { draftId_format_draftVersion: { draftId, format, draftVersion } },
          create: { draftId, draftVersion, format, sha256, bytes: content },
          update: { sha256, bytes: content },
        })
      } catch (error) {
        if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2003')
          throw new NotFound('no such draft')
        throw error
      }
      return { draftId, draftVersion, format, sha256, bytes: content }
    },
    async find(draftId, format) {
      const row = await database.file.findFirst({
        where: { draftId, format },
        orderBy: { draftVersion: 'desc' },
      })
      if (!row) return undefined
      const { draftVersion, sha256, bytes } = row
      return { draftId, draftVersion, format, sha256, bytes: Uint8Array.from(bytes) }
    },
  }
}
