import { openDialogue } from '#bot/dialogue/open-dialogue.ts'
import type { Clock } from '#bot/ports/clock.ts'
import type { ConversationStore } from '#bot/ports/conversation-store.ts'
import type { Drafts } from '#bot/ports/drafts.ts'
import type { Ids } from '#bot/ports/ids.ts'
import type { Inbox } from '#bot/ports/inbox.ts'
import type { JobQueue } from '#bot/ports/jobs.ts'
import type { ChannelName } from '#bot/ports/message.ts'
import type { People } from '#bot/ports/people.ts'
import type { Shares } from '#bot/ports/shares.ts'
import type { SkillSearch } from '#bot/ports/skill-search.ts'
import { makeAcceptMessage } from '#bot/use-cases/accept-message.ts'
import { makeAskBack } from '#bot/use-cases/ask-back.ts'
import { makeNudge } from '#bot/use-cases/nudge-the-silent.ts'
import { makeReceiveMessages } from '#bot/use-cases/receive-messages.ts'
import {
  makeHandBack,
  makeSpeakAsCounsellor,
  makeTakeOver,
} from '#bot/use-cases/speak-as-counsellor.ts'
import { makeTellPerson } from '#bot/use-cases/tell-person.ts'
import { tokens } from './tokens.ts'

export type UseCasesDeps = {
  readonly stores: {
    readonly inbox: Inbox
    readonly conversations: ConversationStore
    readonly drafts: Drafts
    readonly people: People
    readonly shares: Shares
  }
  readonly search: SkillSearch
  readonly queue: JobQueue
  readonly clock: Clock
  readonly ids: Ids
  readonly publicUrl: string
  /** Waits for the end of a burst, where they differ from the usual ones; in ms. */
  readonly waits?: Partial<Record<ChannelName, number>>
}

export type UseCases = ReturnType<typeof makeUseCases>

/** A person's space stays open this long to whoever has the link; they can ask for another. */
const spaceLinkDays = 30

/** All that the house can do, wired once, for the door, the workers and the terminal. */
export function makeUseCases(deps: UseCasesDeps) {
  const { stores, search, queue, clock, ids, publicUrl } = deps
  const { inbox, conversations, drafts, people, shares } = stores
  const waits = deps.waits ?? {}
  const turn = { conversations, dialogue: openDialogue(), queue, clock, ids }

  const makeSpaceLink = async (personId: string) => {
    const token = tokens.next()
    const expiresAt = new Date(clock.now().getTime() + spaceLinkDays * 86_400_000)
    await shares.add({ id: ids.next(), personId, kind: 'space', expiresAt }, tokens.hash(token))
    return `${publicUrl}/moi/${token}`
  }
  return {
    acceptMessage: makeAcceptMessage({ inbox, queue, clock, waits }),
    receiveMessages: makeReceiveMessages({ ...turn, search, people, makeSpaceLink, waits }),
    askBack: makeAskBack({ ...turn, drafts }),
    tellPerson: makeTellPerson(turn),
    speakAsCounsellor: makeSpeakAsCounsellor(turn),
    takeOver: makeTakeOver(turn),
    handBack: makeHandBack(turn),
    nudge: makeNudge(turn),
  }
}
