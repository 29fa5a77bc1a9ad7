import { askNext } from './ask-next.ts'
import { harvest } from './harvest.ts'
import type { Heard } from './heard.ts'
import type { Talk } from './talk.ts'

/** The reply to a counsellor's question goes back to the item it is about, word for word. */
export function hearCounsellorAnswer(talk: Talk, heard: Heard) {
  const { asked, stage } = talk.interview
  const about = asked?.about
  const message = heard.messages.at(-1)
  if (!about || !message) return
  const quote = { messageId: message.id, start: 0, end: message.text.length, text: heard.answer }
  talk.keep({ ...talk.record, answers: [...talk.record.answers, { ...about, quote }] })
  talk.note('answered-counsellor', { draft: about.draftId, item: about.itemId })
  reopen(talk, about.itemId)
  harvest(talk, heard)
  talk.wish('assemble')
  talk.close()
  talk.say('counsellor-thanks')
  if (talk.interview.waiting.length || stage !== 'sent') askNext(talk)
}

/** What the answer brings belongs to the experience of the item, even though it was closed. */
function reopen(talk: Talk, itemId: string) {
  const ownId = itemId.replace(/^(line|skill):/, '')
  const claim = talk.record.claims.find((one) => one.id === ownId)
  const experienceId = claim?.experienceId ?? ownId
  if (!talk.experience(experienceId)) return
  const experiences = talk.record.experiences.map((e) =>
    e.id === experienceId ? { ...e, isClosed: false } : e,
  )
  talk.keep({ ...talk.record, experiences })
  talk.change({ current: experienceId })
}
