import type { MemoryWorld } from './memory-world.ts'
import type { Shares } from './shares.ts'

export function memoryShares(world: MemoryWorld): Shares {
  return {
    async add(share, tokenHash) {
      world.shares.set(tokenHash, { ...share, isRevoked: false })
    },
    async open(tokenHash, now) {
      const stored = world.shares.get(tokenHash)
      if (!stored) return undefined
      const { isRevoked, ...share } = stored
      return isRevoked || share.expiresAt <= now ? 'expired' : share
    },
    async revoke(shareId) {
      for (const [hash, share] of world.shares)
        if (share.id === shareId) world.shares.set(hash, { ...share, isRevoked: true })
    },
  }
}
