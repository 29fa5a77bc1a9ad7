import { type Heard, joined, type Source } from '#bot/engine/heard.ts'
import { takeTurn } from '#bot/engine/take-turn.ts'
import type { Turn } from '#bot/engine/talk.ts'
import type { Loaded } from '#bot/ports/conversation-store.ts'
import type { InboxMessage } from '#bot/ports/message.ts'
import type { People } from '#bot/ports/people.ts'
import type { SkillSearch } from '#bot/ports/skill-search.ts'
import { findDanger } from '#bot/safety/find-danger.ts'
import { command } from '#bot/understanding/command.ts'
import { burst } from './accept-message.ts'
import { playTurn, type TurnDeps } from './play-turn.ts'
import { isUrgent } from './urgent.ts'

type Deps = TurnDeps & {
  readonly search: SkillSearch
  readonly people: Pick<People, 'setOptOut'>
  /** A private address of the person's space, made when they ask for it. */
  readonly makeSpaceLink: (personId: string) => Promise<string>
  readonly waits?: Partial<typeof burst>
}

export type Received =
  | { readonly outcome: 'answered'; readonly turn: Turn }
  | { readonly outcome: 'nothing' }
  | { readonly outcome: 'wait'; readonly until: Date }

/**
 * Answers everything a person wrote since the last turn, once. A burst that is still going on is
 * waited for; danger and STOP are not.
 */
export function makeReceiveMessages(deps: Deps) {
  const waits = { ...burst, ...deps.waits }

  return async function receiveMessages(personId: string): Promise<Received> {
    let until: Date | undefined
    const turn = await playTurn(deps, personId, async (world, conversation, loaded) => {
      const { pending } = loaded
      if (!pending.length) return undefined
      until = endOfBurst(pending, waits)
      if (until > world.now && !pending.some(isUrgent)) return undefined
      until = undefined

      const heard = await listen(deps, loaded)
      const played = takeTurn(world, conversation, heard)
      await recordOptOut(deps, played, pending)
      return { turn: played, handled: pending.map((message) => message.id) }
    })
    if (turn) return { outcome: 'answered', turn }
    return until ? { outcome: 'wait', until } : { outcome: 'nothing' }
  }
}

async function listen(deps: Deps, { conversation, pending }: Loaded): Promise<Heard> {
  const fresh = pending.map(({ id, text }): Source => ({ messageId: id, text }))
  const sources = [...(conversation?.interview.heldBack ?? []), ...fresh]
  const answer = joined(fresh)
  const wantsSpace = pending.some((message) => command(message.text) === 'my-rights')
  const danger = findDanger(answer)
  const linked = await deps.search.link(joined(sources))
  return {
    messages: pending,
    answer,
    sources,
    linked,
    danger,
    ...(wantsSpace &&
      conversation && { spaceLink: await deps.makeSpaceLink(conversation.personId) }),
  }
}

function endOfBurst(pending: readonly InboxMessage[], waits: typeof burst): Date {
  const ends = pending.map((message) => {
    const wait = message.text.trim() || message.attachments ? waits[message.channel] : 0
    return message.receivedAt.getTime() + wait
  })
  return new Date(Math.max(...ends))
}

/** Written before the turn commits: a stop noted twice harms nobody, a stop lost does. */
async function recordOptOut({ people }: Deps, { wishes }: Turn, pending: readonly InboxMessage[]) {
  const message = pending.at(-1)
  if (!message) return
  if (wishes.includes('opt-out')) await people.setOptOut(message, true, `message:${message.id}`)
  if (wishes.includes('opt-in')) await people.setOptOut(message, false, `message:${message.id}`)
}
