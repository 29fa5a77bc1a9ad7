import { stepIds } from '#bot/dialogue/steps.ts'
import { tell } from '#bot/engine/speak-first.ts'
import { playTurn, type TurnDeps } from './play-turn.ts'

type News = {
  readonly personId: string
  /** A step of the dialogue. */
  readonly step: string
  readonly values: Readonly<Record<string, string>>
  /** The same key is told once, however often this runs. */
  readonly key: string
}

/** Tells news that no message asked for: a CV that is ready. Silent after STOP. */
export function makeTellPerson(deps: TurnDeps) {
  return async function tellPerson({ personId, step, values, key }: News): Promise<void> {
    const known = stepIds.find((id) => id === step)
    if (!known) throw new Error(`the dialogue has no step "${step}"`)
    await playTurn(deps, personId, async (world, conversation) => {
      const turn = tell(world, conversation, known, values, key)
      return turn && { turn }
    })
  }
}
