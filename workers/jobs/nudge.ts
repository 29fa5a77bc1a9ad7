import type { Handler, PayloadOf } from '../handlers.ts'

export type NudgeDeps = {
  readonly nudge: (
    silent: PayloadOf<'nudge'>,
  ) => Promise<
    { readonly outcome: 'nudged' | 'nothing' } | { readonly outcome: 'wait'; readonly until: Date }
  >
}

/** Writes first to somebody who fell silent, if they still are, at an hour that disturbs nobody. */
export function makeNudgeJob({ nudge }: NudgeDeps): Handler<'nudge'> {
  return async (silent) => {
    const nudged = await nudge(silent)
    return nudged.outcome === 'wait' ? { postpone: nudged.until } : undefined
  }
}
