import { changeHands } from '#bot/engine/speak-first.ts'
import type { Turn } from '#bot/engine/talk.ts'
import type { Conversation } from '#bot/ports/conversation-store.ts'
import { NotAllowed } from '#portfolio/errors.ts'
import { playTurn, type TurnDeps } from './play-turn.ts'

type Words = { readonly personId: string; readonly text: string; readonly counsellorId: string }

/** SMS as long as three segments; longer is a letter. */
const longestText = 450

/** A counsellor writes in the thread. The message is shown as theirs; the robot's state does not move. */
export function makeSpeakAsCounsellor(deps: TurnDeps) {
  return async function speakAsCounsellor({ personId, text, counsellorId }: Words): Promise<void> {
    const words = text.trim().slice(0, longestText)
    if (!words) return
    await playTurn(deps, personId, async (_, conversation, { hasOptedOut }) => {
      if (hasOptedOut) throw new NotAllowed('this person has opted out')
      return { turn: counsellorTurn(conversation, words, counsellorId), author: 'counsellor' }
    })
  }
}

function counsellorTurn(conversation: Conversation, text: string, counsellor: string): Turn {
  return {
    conversation: { ...conversation, version: conversation.version + 1 },
    bubbles: [{ text, choices: [] }],
    events: [{ type: 'counsellor-wrote', data: { counsellor } }],
    alerts: [],
    wishes: [],
  }
}

/** The robot falls silent, and says so. */
export function makeTakeOver(deps: TurnDeps) {
  return (personId: string) => pass(deps, personId, 'counsellor')
}

export function makeHandBack(deps: TurnDeps) {
  return (personId: string) => pass(deps, personId, 'robot')
}

async function pass(deps: TurnDeps, personId: string, to: 'counsellor' | 'robot'): Promise<void> {
  await playTurn(deps, personId, async (world, conversation) => {
    const turn = changeHands(world, conversation, to)
    return turn && { turn }
  })
}
