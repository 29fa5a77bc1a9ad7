import type { ConversationStore, TurnCommit } from './conversation-store.ts'
import { addJobs, isNextDraft, isOptedOut, type MemoryWorld, wake } from './memory-world.ts'

export function memoryConversationStore(world: MemoryWorld): ConversationStore {
  return {
    async load(personId) {
      const reachableAt = world.people.get(personId)?.reachableAt
      return {
        conversation: world.conversations.get(personId),
        pending: [...world.messages.values()]
          .filter((message) => message.personId === personId && message.isHandled === false)
          .flatMap((message) => message.inbound ?? []),
        reachableAt,
        hasOptedOut: isOptedOut(world, reachableAt),
      }
    },
    async commit(turn) {
      if (isStale(world, turn)) return 'stale'
      write(world, turn)
      return 'saved'
    },
    async events(personId) {
      return world.events
        .filter((row) => row.personId === personId)
        .map(({ event, at, turn }) => ({ ...event, at, turn }))
    },
  }
}

function isStale(world: MemoryWorld, { conversation, draft }: TurnCommit): boolean {
  if (!world.people.has(conversation.personId)) return true
  const played = world.conversations.get(conversation.personId)?.version ?? 0
  if (conversation.version !== played + 1) return true
  return draft !== undefined && !isNextDraft(world, draft)
}

function write(world: MemoryWorld, turn: TurnCommit): void {
  const { conversation, handled, outgoing, events, alerts, jobs, draft } = turn
  const { personId, version } = conversation
  world.conversations.set(personId, conversation)
  for (const id of handled) {
    const message = world.messages.get(id)
    if (message?.personId === personId) world.messages.set(id, { ...message, isHandled: true })
  }
  for (const { createdAt, ...message } of outgoing)
    if (!world.messages.has(message.id))
      world.messages.set(message.id, {
        ...message,
        at: createdAt,
        position: world.nextPosition(),
        delivery: 'queued',
      })
  const at = world.now()
  world.events.push(...events.map((event) => ({ personId, turn: version, at, event })))
  for (const alert of alerts) if (!world.alerts.has(alert.id)) world.alerts.set(alert.id, alert)
  addJobs(world, jobs)
  if (draft) world.drafts.set(draft.id, draft)
  wake(world, personId, outgoing)
}
