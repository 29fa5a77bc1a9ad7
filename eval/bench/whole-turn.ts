import { openDialogue } from '#bot/dialogue/open-dialogue.ts'
import type { TurnCommit } from '#bot/ports/conversation-store.ts'
import type { MemoryStores } from '#bot/ports/memory-stores.ts'
import type { SkillSearch } from '#bot/ports/skill-search.ts'
import { makeAcceptMessage } from '#bot/use-cases/accept-message.ts'
import { makeReceiveMessages } from '#bot/use-cases/receive-messages.ts'
import { timed } from './harness.ts'

/** What one person writes in a bench: greeting, consent, a story, answers. Ours, invented. */
export const script = [
  'slt',
  'oui',
  'jfesé la plonge o resto de mon oncle lété dernier pi des foi je servé en sal',
  'samir haddad',
  'je prené les comande jaméné les plat et lé gens payé a moi',
  'tout',
  '2',
  'non',
] as const

const noWait = { sms: 0, web: 0, 'bot-framework': 0, terminal: 0 }

/**
 * Plays the script for a new person, turn after turn: accept, answer, commit, with the real use cases
 * on `stores`. Answers the milliseconds of each turn. No job runs and the queue is left out: what
 * follows a turn is not part of it.
 */
export function makeConversation(stores: MemoryStores, search: SkillSearch) {
  const clock = { now: () => new Date() }
  const queue = { add: async () => undefined }
  const ids = { next: () => crypto.randomUUID() }
  const deps = { ...stores, dialogue: openDialogue(), clock, queue, ids, search, waits: noWait }
  const accept = makeAcceptMessage(deps)
  const receive = makeReceiveMessages({ ...deps, makeSpaceLink: async () => '/moi' })

  return async function playConversation(): Promise<readonly number[]> {
    const address = `bench-${crypto.randomUUID()}`
    const samples: number[] = []
    for (const text of script) {
      const externalId = crypto.randomUUID()
      samples.push(
        await timed(async () => {
          const message = { channel: 'web', address, externalId, text, attachments: 0 } as const
          const { personId } = await accept(message)
          const { outcome } = await receive(personId)
          if (outcome !== 'answered') throw new Error(`a turn of the bench ended as ${outcome}`)
        }),
      )
    }
    return samples
  }
}

/** Rows written by one turn on average, and the bytes each carries as JSON. */
export type Volume = { readonly rows: number; readonly bytes: number }

/** Plays the script once and counts: the message and its job, then all that the commit holds. */
export async function volumeOfTurn(stores: MemoryStores, search: SkillSearch): Promise<Volume> {
  const commits: TurnCommit[] = []
  const { load, commit, events } = stores.conversations
  const counting = {
    load,
    events,
    commit: (turn: TurnCommit) => {
      commits.push(turn)
      return commit(turn)
    },
  }
  await makeConversation({ ...stores, conversations: counting }, search)()
  const acceptRows = 2
  const rows = commits.map(
    (turn) =>
      acceptRows +
      1 +
      [turn.handled, turn.outgoing, turn.events, turn.alerts, turn.jobs].flat().length,
  )
  const bytes = commits.reduce((sum, turn) => sum + JSON.stringify(turn).length, 0)
  const total = rows.reduce((sum, count) => sum + count, 0)
  return { rows: Math.round(total / commits.length), bytes: Math.round(bytes / total) }
}
