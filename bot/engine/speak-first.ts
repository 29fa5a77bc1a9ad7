import type { StepId } from '#bot/dialogue/steps.ts'
import type { Conversation } from '#bot/ports/conversation-store.ts'
import type { CounsellorQuestion } from '#bot/ports/interview.ts'
import { askForCounsellor, repeatQuestion } from './ask-next.ts'
import type { Values } from './say.ts'
import { openTalk, type Turn, type World } from './talk.ts'

/** A turn that nobody's message began: news told from outside. Silent when the person said STOP. */
export function tell(
  world: World,
  conversation: Conversation,
  step: StepId,
  values: Values,
  key: string,
): Turn | undefined {
  const { mode, told } = conversation.interview
  if (mode === 'stopped' || told.includes(key)) return undefined
  const talk = openTalk(world, conversation)
  talk.change({ told: [...told, key] })
  talk.note('told', { step })
  talk.say(step, values)
  return talk.finish()
}

/** A counsellor's question: at once when nothing else is open, after the open question otherwise. */
export function askFromCounsellor(
  world: World,
  conversation: Conversation,
  question: CounsellorQuestion,
): Turn {
  const talk = openTalk(world, conversation)
  const { mode, asked, waiting } = talk.interview
  talk.note('counsellor-asked', { draft: question.draftId, item: question.itemId })
  if (mode === 'stopped' || (asked && asked.step !== 'after-sent'))
    talk.change({ waiting: [...waiting, question] })
  else askForCounsellor(talk, question)
  return talk.finish()
}

/** The counsellor takes the thread, or hands it back. */
export function changeHands(
  world: World,
  conversation: Conversation,
  to: 'counsellor' | 'robot',
): Turn | undefined {
  const { mode, stage } = conversation.interview
  if (mode === 'stopped' || (mode === 'taken-over') === (to === 'counsellor')) return undefined
  const talk = openTalk(world, conversation)
  talk.note(to === 'counsellor' ? 'taken-over' : 'handed-back')
  talk.change({ mode: to === 'counsellor' ? 'taken-over' : 'running' })
  talk.say(to === 'counsellor' ? 'taken-over' : 'handed-back')
  if (to === 'robot' && talk.interview.asked && stage !== 'sent') repeatQuestion(talk)
  return talk.finish()
}

/** « On continue ? », after a silence. */
export function nudge(world: World, conversation: Conversation): Turn | undefined {
  const { mode, stage, asked, nudges } = conversation.interview
  if (
    mode === 'stopped' ||
    mode === 'danger' ||
    mode === 'taken-over' ||
    stage === 'sent' ||
    stage === 'consent' ||
    !asked
  )
    return undefined
  const talk = openTalk(world, conversation)
  talk.change({ nudges: [...nudges, world.now.toISOString()] })
  talk.note('nudged')
  talk.say('nudge')
  return talk.finish()
}
