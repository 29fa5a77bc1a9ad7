import type { StepId } from '#bot/dialogue/steps.ts'
import { type Question, question } from '#bot/understanding/question.ts'
import { repeatQuestion } from './ask-next.ts'
import { misunderstood } from './hear-story.ts'
import type { Heard } from './heard.ts'
import type { Talk } from './talk.ts'

const answers: Readonly<Record<Exclude<Question, 'again' | 'greeting'>, StepId>> = {
  who: 'answer-who',
  free: 'answer-free',
  data: 'answer-data',
  why: 'answer-why',
  'how-long': 'answer-how-long',
  next: 'answer-next',
  thanks: 'answer-thanks',
}

/**
 * A question asked back gets its answer, then the open question comes again. `true`: the message was
 * one. The first message of all is answered by the welcome, and a counsellor's question by anything.
 */
export function answerQuestion(talk: Talk, heard: Heard): boolean {
  const { stage, asked } = talk.interview
  if (stage === 'new' || asked?.step === 'counsellor-question') return false
  const kind = question(heard.answer)
  if (!kind || (kind === 'greeting' && !asked)) return false
  talk.note('asked-back', { kind })
  if (kind === 'again') {
    sayOtherwise(talk)
    return true
  }
  if (kind !== 'greeting') talk.say(answers[kind])
  if (asked || stage !== 'sent') repeatQuestion(talk)
  return true
}

/** Once in other words is enough; then the question is dropped, or choices are offered. */
function sayOtherwise(talk: Talk) {
  if (talk.interview.misunderstood > 0) return misunderstood(talk)
  talk.change({ misunderstood: 1 })
  repeatQuestion(talk)
}
