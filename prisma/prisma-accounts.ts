import { randomUUID } from 'node:crypto'
import type { Accounts, Counsellor, Structure } from '#bot/ports/accounts.ts'
import { Prisma, type Counsellor as Row, type Structure as StructureRow } from './client/client.ts'
import type { Database } from './database.ts'
import { oneOf } from './message-rows.ts'

export function prismaAccounts(database: Database): Accounts {
  return {
    async defaultStructure() {
      const row = await database.structure.findFirst({ orderBy: { position: 'asc' } })
      return row ? structureOf(row) : undefined
    },
    async structures() {
      const rows = await database.structure.findMany({ orderBy: { position: 'asc' } })
      return rows.map(structureOf)
    },
    async createStructure(name, isDemo) {
      return structureOf(
        await database.structure.create({ data: { id: randomUUID(), name, isDemo } }),
      )
    },
    async createCounsellor({ email, name, role, structureId }) {
      const data = { id: randomUUID(), email: plain(email), name, role, structureId }
      try {
        return counsellorOf(await database.counsellor.create({ data }))
      } catch (error) {
        if (isRefusal(error, 'P2002')) return 'email-taken'
        if (isRefusal(error, 'P2003')) return 'no-structure'
        throw error
      }
    },
    async counsellorByEmail(email) {
      const row = await database.counsellor.findUnique({ where: { email: plain(email) } })
      return row ? counsellorOf(row) : undefined
    },
    async counsellorsOf(structureId) {
      const rows = await database.counsellor.findMany({
        where: { structureId },
        orderBy: { createdAt: 'asc' },
      })
      return rows.map(counsellorOf)
    },
    async addLoginToken(counsellorId, tokenHash, expiresAt) {
      await database.loginToken.create({ data: { counsellorId, tokenHash, expiresAt } })
    },
    async redeemLoginToken(tokenHash, now) {
      const { count } = await database.loginToken.updateMany({
        where: { tokenHash, redeemedAt: null, expiresAt: { gt: now } },
        data: { redeemedAt: now },
      })
      if (!count) return undefined
      const row = await database.counsellor.findFirst({
        where: { loginTokens: { some: { tokenHash } } },
      })
      return row ? counsellorOf(row) : undefined
    },
    async addSession(counsellorId, sessionHash, expiresAt) {
      await database.session.create({ data: { counsellorId, sessionHash, expiresAt } })
    },
    async counsellorOfSession(sessionHash, now) {
      const row = await database.counsellor.findFirst({
        where: { sessions: { some: { sessionHash, expiresAt: { gt: now } } } },
      })
      return row ? counsellorOf(row) : undefined
    },
    async endSession(sessionHash) {
      await database.session.deleteMany({ where: { sessionHash } })
    },
  }
}

/** Addresses are compared as people type them: without the case, without spaces around. */
function plain(email: string): string {
  return email.trim().toLowerCase()
}

function isRefusal(error: unknown, code: 'P2002' | 'P2003'): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === code
}

function structureOf({ id, name, isDemo }: StructureRow): Structure {
  return { id, name, isDemo }
}

function counsellorOf({ id, email, name, role, structureId }: Row): Counsellor {
  const known = oneOf(['lead', 'admin'] as const, role)
  return { id, email, name, role: known ?? 'counsellor', structureId }
}
