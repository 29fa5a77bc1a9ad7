/**
 * Remembers, for a while, which `clientActivityID` a client gave to what it posted, so that Web Chat
 * recognises its own message when it comes back. A convenience of one process, bounded: forgetting
 * one costs a client a second bubble, never a message.
 */
export type ClientIds = {
  remember(messageId: string, clientActivityId: string): void
  of(messageId: string): string | undefined
}

export function makeClientIds(limit = 10_000): ClientIds {
  const ids = new Map<string, string>()
  return {
    remember(messageId, clientActivityId) {
      ids.set(messageId, clientActivityId)
      const [oldest] = ids.keys()
      if (ids.size > limit && oldest !== undefined) ids.delete(oldest)
    },
    of: (messageId) => ids.get(messageId),
  }
}
