import { pushesBack } from '#bot/understanding/mood.ts'
import { repeatQuestion } from './ask-next.ts'
import { declineAsked } from './decline.ts'
import type { Heard } from './heard.ts'
import type { Talk } from './talk.ts'

/** Questions we can live without an answer to. */
const optional = /^(?:full-name|ask-|propose)/

/**
 * Anger or a refusal without news: the question is dropped, and we say so. An open invitation to tell
 * stays open, without pressing. `true` when it was one.
 */
export function hearPushBack(talk: Talk, heard: Heard): boolean {
  const step = talk.interview.asked?.step
  if (!step || !heard.linked.none || !pushesBack(heard.answer)) return false
  talk.note('pushed-back')
  if (optional.test(step)) {
    talk.say('passed-over')
    declineAsked(talk)
  } else {
    talk.say('no-hurry')
    repeatQuestion(talk)
  }
  return true
}
