import { nudge } from '#bot/engine/speak-first.ts'
import { nextFriendlyTime } from './friendly-time.ts'
import { playTurn, type TurnDeps } from './play-turn.ts'

type Silence = { readonly personId: string; readonly version: number }

/** At most this many nudges while the person stays silent. */
const nudgesInARow = 3

export type Nudged =
  | { readonly outcome: 'nudged' | 'nothing' }
  | { readonly outcome: 'wait'; readonly until: Date }

/**
 * One « on continue ? » after a silence, at hours when it disturbs nobody. The version names the turn
 * that was followed by silence: any turn since then makes this a no-op.
 */
export function makeNudge(deps: TurnDeps) {
  return async function nudgeTheSilent({ personId, version }: Silence): Promise<Nudged> {
    let until: Date | undefined
    const turn = await playTurn(deps, personId, async (world, conversation, { hasOptedOut }) => {
      const isStillSilent = conversation.version === version && !hasOptedOut
      if (!isStillSilent || conversation.interview.nudges.length >= nudgesInARow) return undefined
      const friendly = nextFriendlyTime(world.now)
      if (friendly > world.now) {
        until = friendly
        return undefined
      }
      const nudged = nudge(world, conversation)
      return nudged && { turn: nudged }
    })
    if (turn) return { outcome: 'nudged' }
    return until ? { outcome: 'wait', until } : { outcome: 'nothing' }
  }
}
