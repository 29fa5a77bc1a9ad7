import { Unavailable } from '#portfolio/errors.ts'
import type { SkillIndex } from './skill-index.ts'

export type FallbackIndex = Pick<SkillIndex, 'search' | 'close'> & {
  /** Whether the last searches went to `first`. */
  isWhole(): boolean
}

/**
 * Searches `first` (a server), and `second` (in memory) whenever `first` does not answer. After a
 * failure `first` is left alone for a while, so that nobody waits for a server that is down.
 */
export const fallbackSkillIndex = (
  first: SkillIndex,
  second: SkillIndex,
  now: () => number,
  restFor = 30_000,
): FallbackIndex => {
  let restUntil: number | undefined
  return {
    isWhole: () => restUntil === undefined,
    search: async (queries) => {
      if (restUntil !== undefined && now() < restUntil) return second.search(queries)
      try {
        const hits = await first.search(queries)
        restUntil = undefined
        return hits
      } catch (cause) {
        if (!(cause instanceof Unavailable)) throw cause
        restUntil = now() + restFor
        return second.search(queries)
      }
    },
    close: async () => {
      await Promise.all([first.close(), second.close()])
    },
  }
}
