import type { Shares } from '#bot/ports/shares.ts'
import type { Database } from './database.ts'

export function prismaShares(database: Database): Shares {
  return {
    async add({ id, personId, kind, draftId, expiresAt }, tokenHash) {
      const data = { id, tokenHash, personId, kind, draftId: draftId ?? null, expiresAt }
      await database.share.create({ data })
    },
    async open(tokenHash, now) {
      const row = await database.share.findUnique({ where: { tokenHash } })
      if (!row) return undefined
      const { id, personId, draftId, expiresAt, revokedAt } = row
      if (revokedAt || expiresAt <= now) return 'expired'
      const kind = row.kind === 'cv' ? 'cv' : 'space'
      return { id, personId, kind, ...(draftId && { draftId }), expiresAt }
    },
    async revoke(shareId) {
      const where = { id: shareId, revokedAt: null }
      await database.share.updateMany({ where, data: { revokedAt: new Date() } })
    },
  }
}
