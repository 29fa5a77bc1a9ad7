import type { Said, Stage } from '#bot/use-cases/replay-transcript.fixture.ts'

type Bubble = Said['bubbles'][number]

/**
 * The same stage, and what happened on it: `turns`, each what the person was answered when they
 * wrote, and `bubbles`, all that they read, also when time passed or somebody acted at the desk.
 */
export function watchStage(stage: Stage): { stage: Stage; turns: Said[]; bubbles: Bubble[] } {
  const turns: Said[] = []
  const bubbles: Bubble[] = []
  const read = async (acting: Promise<Said>): Promise<Said> => {
    const said = await acting
    bubbles.push(...said.bubbles)
    return said
  }
  const watched: Stage = {
    write: async (channel, texts) => {
      const said = await read(stage.write(channel, texts))
      turns.push(said)
      return said
    },
    pass: (milliseconds) => read(stage.pass(milliseconds)),
    desk: (action) => read(stage.desk(action)),
  }
  return { stage: watched, turns, bubbles }
}

/** Turns until the first line of a CV, counted from one; `undefined` when none came. */
export function turnsToFirstLine(turns: readonly Pick<Said, 'events'>[]): number | undefined {
  const place = turns.findIndex(({ events }) => events.some(({ type }) => type === 'line'))
  return place === -1 ? undefined : place + 1
}
