import { email, phone } from '#bot/understanding/contact.ts'
import { known } from '#portfolio/field.ts'
import { repeatQuestion } from './ask-next.ts'
import { frenchPhone } from './french-phone.ts'
import type { Heard } from './heard.ts'
import type { Talk } from './talk.ts'

/** So many words are still only about it: « mon numéro c'est le 06 39 98 12 34 ». */
const mostWords = 10

/**
 * A number or a mail address told at any moment goes to the head of the CV; the last one told wins.
 * `true` when the message held nothing else. An answer to a counsellor is left to who asked.
 */
export function hearContact(talk: Talk, { answer, linked }: Heard): boolean {
  const mail = email(answer)
  const number = phone(answer)
  if (!mail && !number) return false
  talk.keep({
    ...talk.record,
    ...(mail && { email: known(mail) }),
    ...(number && { phone: known(frenchPhone(number)) }),
  })
  talk.note('fields', { names: [...(mail ? ['email'] : []), ...(number ? ['phone'] : [])] })
  const isAnswer = talk.interview.asked?.step === 'counsellor-question'
  if (isAnswer || !linked.none || answer.trim().split(/\s+/).length > mostWords) return false
  talk.change({ misunderstood: 0 })
  talk.say('noted')
  repeatQuestion(talk)
  return true
}
