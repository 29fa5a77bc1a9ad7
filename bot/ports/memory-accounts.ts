import type { Accounts, Counsellor } from './accounts.ts'
import type { MemoryWorld } from './memory-world.ts'

export function memoryAccounts(world: MemoryWorld): Accounts {
  const byId = (id: string | undefined) => world.counsellors.find((c) => c.id === id)
  const byEmail = (email: string) => world.counsellors.find((c) => c.email === plain(email))

  return {
    async defaultStructure() {
      return world.structures[0]
    },
    async structures() {
      return [...world.structures]
    },
    async createStructure(name, isDemo) {
      const structure = { id: world.ids(), name, isDemo }
      world.structures.push(structure)
      return structure
    },
    async createCounsellor(c) {
      if (!world.structures.some((structure) => structure.id === c.structureId))
        return 'no-structure'
      if (byEmail(c.email)) return 'email-taken'
      const counsellor: Counsellor = { ...c, email: plain(c.email), id: world.ids() }
      world.counsellors.push(counsellor)
      return counsellor
    },
    async counsellorByEmail(email) {
      return byEmail(email)
    },
    async counsellorsOf(structureId) {
      return world.counsellors.filter((c) => c.structureId === structureId)
    },
    async addLoginToken(counsellorId, tokenHash, expiresAt) {
      world.loginTokens.set(tokenHash, { counsellorId, expiresAt })
    },
    async redeemLoginToken(tokenHash, now) {
      const token = world.loginTokens.get(tokenHash)
      if (!token || token.expiresAt <= now) return undefined
      world.loginTokens.delete(tokenHash)
      return byId(token.counsellorId)
    },
    async addSession(counsellorId, sessionHash, expiresAt) {
      world.sessions.set(sessionHash, { counsellorId, expiresAt })
    },
    async counsellorOfSession(sessionHash, now) {
      const session = world.sessions.get(sessionHash)
      return session && session.expiresAt > now ? byId(session.counsellorId) : undefined
    },
    async endSession(sessionHash) {
      world.sessions.delete(sessionHash)
    },
  }
}

/** Addresses are compared as people type them: without the case, without spaces around. */
function plain(email: string): string {
  return email.trim().toLowerCase()
}
