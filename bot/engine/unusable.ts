import { isForeign } from '#bot/understanding/foreign.ts'
import { isEmojiOnly } from '#bot/understanding/mood.ts'
import { repeatQuestion } from './ask-next.ts'
import type { Heard } from './heard.ts'
import type { Talk } from './talk.ts'

/** Beyond this a message is cut when stored (`accept-message`); the person is told. */
export const longestMessage = 5000

/** Messages that hold no words we can use: each gets a clear answer and the question again. */
export function hearUnusable(talk: Talk, { messages, answer }: Heard): boolean {
  const words = answer.trim()
  if (messages.some((message) => message.masked.length > 0)) {
    talk.note('masked', { kinds: [...new Set(messages.flatMap((message) => message.masked))] })
    talk.say('private-masked')
    if (!words.replace(/\[[^\]]*\]/g, '').trim()) return again(talk)
  }
  if (talk.interview.stage === 'new') return false
  if (!words) {
    talk.say(withoutWords(messages))
    return again(talk)
  }
  if (isEmojiOnly(words) && !isAnswerable(talk)) {
    talk.say('emoji')
    return again(talk)
  }
  if (isForeign(words)) {
    talk.say('foreign')
    return again(talk)
  }
  if (messages.some((message) => message.text.length >= longestMessage)) talk.say('too-long')
  return false
}

/** A chat opened again says nothing yet: the person is met where they were. */
function withoutWords(messages: Heard['messages']) {
  if (messages.some((message) => message.attachments > 0)) return 'not-text'
  return messages.every((message) => message.channel === 'web') ? 'resumed' : 'empty'
}

/** A thumb up answers a yes-or-no question. */
function isAnswerable(talk: Talk): boolean {
  const step = talk.interview.asked?.step ?? ''
  return [
    'welcome',
    'consent-again',
    'propose-one',
    'ask-one',
    'recap',
    'erase-confirm',
    'unclear-human',
    'stop-inside',
  ].includes(step)
}

function again(talk: Talk): true {
  repeatQuestion(talk)
  return true
}
