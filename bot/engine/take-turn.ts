import type { Conversation } from '#bot/ports/conversation-store.ts'
import { takesBack } from '#bot/understanding/mood.ts'
import { answer } from './answer.ts'
import { answerQuestion } from './answer-question.ts'
import { hearCommand } from './commands.ts'
import { hearDanger } from './hear-danger.ts'
import type { Heard } from './heard.ts'
import { openTalk, type Talk, type Turn, type World } from './talk.ts'
import { hearUnusable } from './unusable.ts'

/**
 * Plays one turn. Pure: same world, same conversation, same words, same turn.
 *
 * The order is a promise: danger before anything else, then who may speak at all, then the ways out,
 * then messages that hold no words, and only then the interview.
 */
export function takeTurn(world: World, conversation: Conversation, heard: Heard): Turn {
  const talk = openTalk(world, conversation)
  talk.change({ heard: talk.interview.heard + heard.messages.length, nudges: [] })

  wakeUp(talk)

  const isDone =
    hearDanger(talk, heard) ||
    isSilenced(talk, heard) ||
    hearCommand(talk, heard, conversation.previous) ||
    hearUnusable(talk, heard) ||
    answerQuestion(talk, heard)
  if (!isDone) {
    takeBackJoke(talk, heard, conversation.previous)
    answer(talk, heard)
  }
  return talk.finish()
}

/** Any word ends a pause: what was open is still open. */
function wakeUp(talk: Talk) {
  if (talk.interview.mode !== 'paused') return
  talk.change({ mode: 'running' })
  talk.note('resumed')
}

/** « nan jrigole »: what the turn before wrote down never happened; what follows the laugh is heard. */
function takeBackJoke(talk: Talk, heard: Heard, previous: Conversation['previous']) {
  if (previous?.interview.stage !== 'telling' || !takesBack(heard.answer)) return
  talk.restore(previous)
  talk.note('back')
}

/** A counsellor holds the thread: their words and the robot's never mix. */
function isSilenced(talk: Talk, heard: Heard): boolean {
  if (talk.interview.mode !== 'taken-over') return false
  talk.note('heard-by-counsellor', { messages: heard.messages.length })
  return true
}
