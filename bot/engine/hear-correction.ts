import { correction } from '#bot/understanding/correction.ts'
import { recap, repeatQuestion } from './ask-next.ts'
import { correctRecord } from './correct-record.ts'
import type { Heard } from './heard.ts'
import type { Talk } from './talk.ts'

/** Steps whose numbers are not those of the experiences: « enlève la 2 » means a skill there. */
const ownNumbers = ['propose', 'ask-which', 'ask-level', 'tell-choices', 'danger-low']

/**
 * « c pas burger king c quick », at any step: repaired at once, then the open question again. `true`
 * when the message was a correction of something we hold.
 */
export function hearCorrection(talk: Talk, heard: Heard): boolean {
  const { asked } = talk.interview
  const found = talk.record.experiences.length ? correction(heard.answer) : undefined
  if (!found || (found.kind === 'remove' && ownNumbers.includes(asked?.step ?? ''))) return false
  if (!correctRecord(talk, found, heard)) return false
  talk.change({ misunderstood: 0 })
  if (found.kind !== 'remove') talk.say('fixed')
  if (asked?.step === 'what-to-fix' || talk.interview.stage === 'sent') recap(talk)
  else repeatQuestion(talk)
  return true
}
