import type { Dialogue } from '#bot/dialogue/dialogue.ts'
import type { Turn, World } from '#bot/engine/talk.ts'
import type { Clock } from '#bot/ports/clock.ts'
import type {
  Conversation,
  ConversationStore,
  Loaded,
  TurnCommit,
} from '#bot/ports/conversation-store.ts'
import type { Ids } from '#bot/ports/ids.ts'
import { type Interview, newInterview } from '#bot/ports/interview.ts'
import type { JobQueue, OutboxJob } from '#bot/ports/jobs.ts'
import type { Address, Outgoing } from '#bot/ports/message.ts'
import { Unavailable } from '#portfolio/errors.ts'
import { newRecord } from '#portfolio/new-record.ts'

export type TurnDeps = {
  readonly conversations: ConversationStore
  readonly dialogue: Dialogue
  readonly queue: JobQueue
  readonly clock: Clock
  readonly ids: Ids
}

type Played = {
  readonly turn: Turn
  readonly handled?: readonly string[]
  readonly draft?: NonNullable<TurnCommit['draft']>
  readonly author?: Outgoing['author']
}

/** A conversation that loses the race this often is being hammered; the job comes back later. */
const attempts = 5

const day = 24 * 3600_000

/** Silence before « on continue ? », in milliseconds: two days, then five, so never three in a week. */
function silence({ nudges }: Interview): number {
  return nudges.length ? 5 * day : 2 * day
}

/**
 * Loads, plays and commits one turn, again from the start when somebody was faster. `play` answers
 * `undefined` when there is nothing to do. This is the only place that writes a turn.
 */
export async function playTurn(
  deps: TurnDeps,
  personId: string,
  play: (world: World, conversation: Conversation, loaded: Loaded) => Promise<Played | undefined>,
): Promise<Turn | undefined> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const loaded = await deps.conversations.load(personId)
    const conversation = loaded.conversation ?? blank(personId)
    const now = deps.clock.now()
    const world = { dialogue: deps.dialogue, now, nextId: () => deps.ids.next() }
    const played = await play(world, conversation, loaded)
    if (!played) return undefined
    const commit = commitOf(deps, played, loaded.reachableAt, now)
    if ((await deps.conversations.commit(commit)) === 'saved') {
      await deps.queue.add(commit.jobs).catch(() => undefined)
      return played.turn
    }
  }
  throw new Unavailable('this conversation, busy with other turns,')
}

function blank(personId: string): Conversation {
  return { personId, version: 0, interview: newInterview, record: newRecord(personId) }
}

function commitOf(
  deps: TurnDeps,
  { turn, handled = [], draft, author = 'robot' }: Played,
  to: Address | undefined,
  now: Date,
): TurnCommit {
  const { conversation } = turn
  const outgoing = to
    ? turn.bubbles.map(
        (bubble): Outgoing => ({
          ...to,
          ...bubble,
          id: deps.ids.next(),
          personId: conversation.personId,
          author,
          createdAt: now,
        }),
      )
    : []
  const alerts = turn.alerts.map((alert) => ({
    ...alert,
    id: deps.ids.next(),
    personId: conversation.personId,
    messageId: handled.at(-1) ?? '',
    at: now,
  }))
  return {
    conversation,
    handled,
    outgoing,
    events: turn.events,
    alerts,
    jobs: [
      ...jobsOf(turn, now),
      ...deliveries(outgoing, now),
      ...alerts.map(({ id }) => alertJob(id, now)),
    ],
    ...(draft && { draft }),
  }
}

function jobsOf({ conversation, wishes }: Turn, now: Date): OutboxJob[] {
  const { personId, version, interview } = conversation
  const isWaiting = interview.mode === 'running' && interview.asked && interview.stage !== 'sent'
  return [
    ...(wishes.includes('assemble')
      ? [
          {
            id: `assemble:${personId}:${version}`,
            name: 'assemble',
            payload: { personId },
            notBefore: now,
          } as const,
        ]
      : []),
    ...(wishes.includes('erase')
      ? [
          {
            id: `erase:${personId}`,
            name: 'erase',
            payload: { personId },
            notBefore: later(now, 30_000),
          } as const,
        ]
      : []),
    ...(isWaiting
      ? [
          {
            id: `nudge:${personId}:${version}`,
            name: 'nudge',
            payload: { personId, version },
            notBefore: later(now, silence(interview)),
          } as const,
        ]
      : []),
  ]
}

/** Two bubbles leave one after the other: a provider handed both at once may turn them round. */
const apart = 1_500

function deliveries(outgoing: readonly Outgoing[], now: Date): OutboxJob[] {
  return outgoing.map(({ id, channel }, place) => ({
    id: `deliver:${id}`,
    name: 'deliver',
    payload: { messageId: id },
    notBefore: later(now, channel === 'web' ? 0 : place * apart),
  }))
}

function alertJob(alertId: string, now: Date): OutboxJob {
  return { id: `alert:${alertId}`, name: 'alert', payload: { alertId }, notBefore: now }
}

function later(now: Date, milliseconds: number): Date {
  return new Date(now.getTime() + milliseconds)
}
