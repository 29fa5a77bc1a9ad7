import { opensWith, yesNo } from '#bot/understanding/yes-no.ts'
import { known } from '#portfolio/field.ts'
import { frenchPhone } from './french-phone.ts'
import { hearStory } from './hear-story.ts'
import type { Heard } from './heard.ts'
import type { Talk } from './talk.ts'

/** The first bubble: a robot, who reads, how to leave. What was already told waits for the consent. */
export function welcome(talk: Talk, heard: Heard) {
  holdBack(talk, heard)
  talk.change({ stage: 'consent' })
  talk.ask('welcome')
}

/** Only a clear yes is a consent. A story told instead is held back, and the question comes again. */
export function hearConsent(talk: Talk, heard: Heard) {
  const reply = yesNo(heard.answer) ?? opensWith(heard.answer)
  if (reply === 'no') {
    talk.note('consent', { purpose: 'interview', given: false })
    talk.change({ heldBack: [] })
    return talk.say('consent-refused')
  }
  if (reply !== 'yes') {
    holdBack(talk, heard)
    return talk.ask('consent-again')
  }
  agree(talk, heard)
  talk.change({ stage: 'telling', heldBack: [] })
  talk.close()
  if (heard.linked.none) return talk.ask('tell')
  hearStory(talk, heard)
}

function agree(talk: Talk, heard: Heard) {
  const message = heard.messages[0]
  if (!message) return
  const consent = {
    purpose: 'interview',
    given: true,
    at: talk.world.now.toISOString(),
    messageId: message.id,
  } as const
  const phone = message.channel === 'sms' ? known(frenchPhone(message.address)) : talk.record.phone
  talk.keep({ ...talk.record, phone, consents: [...talk.record.consents, consent] })
  talk.note('consent', { purpose: 'interview', given: true })
}

/** Small talk is not worth holding; a story is. */
function holdBack(talk: Talk, heard: Heard) {
  if (heard.linked.none) return
  const told = heard.messages.map(({ id, text }) => ({ messageId: id, text }))
  talk.change({ heldBack: [...talk.interview.heldBack, ...told] })
}
