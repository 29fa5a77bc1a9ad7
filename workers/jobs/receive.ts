import type { Handler } from '../handlers.ts'

export type ReceiveDeps = {
  /** One turn for all that a person wrote and that nobody answered yet. */
  readonly receiveMessages: (
    personId: string,
  ) => Promise<
    | { readonly outcome: 'answered' | 'nothing' }
    | { readonly outcome: 'wait'; readonly until: Date }
  >
}

/** Answers a person; waits while they are still writing. */
export function makeReceive({ receiveMessages }: ReceiveDeps): Handler<'receive'> {
  return async ({ personId }) => {
    const turn = await receiveMessages(personId)
    return turn.outcome === 'wait' ? { postpone: turn.until } : undefined
  }
}
