import { choice } from '#bot/understanding/choice.ts'
import { yesNo } from '#bot/understanding/yes-no.ts'
import { linesOf, recap } from './ask-next.ts'
import { harvest } from './harvest.ts'
import { misunderstood, progress } from './hear-story.ts'
import type { Heard } from './heard.ts'
import type { Talk } from './talk.ts'

/** The person reads their CV: send it, or repair it. */
export function hearRecap(talk: Talk, heard: Heard) {
  const reply = yesNo(heard.answer)
  if (reply === 'yes') return send(talk)
  const wantsToFix = reply === 'no' || choice(heard.answer, 2, ['oui', 'à corriger'])?.[0] === 1
  if (wantsToFix) return askWhatToFix(talk)
  hearFix(talk, heard)
}

/** « non », twice, without saying what: a human finds out sooner than we do. */
function askWhatToFix(talk: Talk) {
  const isStuck = (talk.interview.tries['what-to-fix'] ?? 0) >= 2
  return isStuck ? talk.ask('unclear-human') : talk.ask('what-to-fix')
}

/** Corrections were heard before; what is left is something new to add, or a change of mind. */
export function hearFix(talk: Talk, heard: Heard) {
  const told = harvest(talk, heard)
  if (told.experienceId) return progress(talk, told)
  if (yesNo(heard.answer)) return recap(talk)
  misunderstood(talk)
}

function send(talk: Talk) {
  if (!linesOf(talk.record).length) {
    talk.change({ stage: 'telling' })
    return talk.ask('nothing-to-send')
  }
  talk.change({ stage: 'sent', misunderstood: 0 })
  talk.close()
  talk.wish('assemble')
  talk.note('sent')
  talk.say('sent')
}
