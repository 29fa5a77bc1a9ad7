import { choice } from '#bot/understanding/choice.ts'
import { yesNo } from '#bot/understanding/yes-no.ts'
import { askNext, repeatQuestion } from './ask-next.ts'
import { stop } from './commands.ts'
import { hearStory } from './hear-story.ts'
import type { Heard } from './heard.ts'
import type { Talk } from './talk.ts'

/** Erasing is the only thing that cannot be undone, so it alone asks twice. */
export function hearErase(talk: Talk, heard: Heard) {
  talk.close()
  if (yesNo(heard.answer) === 'yes') {
    talk.note('erase-asked')
    talk.wish('erase')
    return talk.say('erased')
  }
  talk.say('erase-cancelled')
  repeatQuestion(talk)
}

/** « stop » was inside a longer sentence: only a yes stops. */
export function hearStopInside(talk: Talk, heard: Heard) {
  talk.close()
  if (yesNo(heard.answer) === 'yes') return stop(talk)
  if (yesNo(heard.answer) === 'no') return repeatQuestion(talk)
  hearStory(talk, heard)
}

export function hearUnclearHuman(talk: Talk, heard: Heard) {
  talk.close()
  if (yesNo(heard.answer) === 'yes') {
    talk.alert({ level: 1, kind: 'human-asked' })
    return talk.say('human-asked')
  }
  if (yesNo(heard.answer) === 'no') return repeatQuestion(talk)
  hearStory(talk, heard)
}

/** After a bad moment: a breath, a human, or going on. What they tell instead is heard. */
export function hearBreath(talk: Talk, heard: Heard) {
  talk.close()
  const picked = choice(heard.answer, 3, ['pause', 'conseiller', 'on continue'])?.[0]
  if (picked === 0) {
    talk.change({ mode: 'paused' })
    return talk.say('paused')
  }
  if (picked === 1) {
    talk.alert({ level: 1, kind: 'human-asked' })
    return talk.say('human-asked')
  }
  if (picked === 2 || heard.linked.none) return askNext(talk)
  hearStory(talk, heard)
}
