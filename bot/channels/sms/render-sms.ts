import { gsmSafe, segments, splitAtWords } from '#bot/french/gsm-7.ts'
import type { Bubble } from '#bot/ports/message.ts'

/** Twilio refuses more (21617). https://www.twilio.com/docs/glossary/what-sms-character-limit */
const longest = 1_600

/**
 * A bubble as a text message: choices become numbers to answer with, on one line when they are short
 * (« 1 oui 2 non »), and every character is one that a text message carries at full length. What is
 * longer than Twilio takes ends in « ... ».
 */
export function renderSms(bubble: Bubble): { readonly text: string; readonly segments: number } {
  const numbered = bubble.choices.map((choice, index) => `${index + 1} ${choice}`)
  const isShort = numbered.join(' ').length <= 40
  const lines = [bubble.text, ...(isShort ? [numbered.join(' ')] : numbered)]
  const text = cut(gsmSafe(lines.filter((line) => line !== '').join('\n')))
  return { text, segments: segments(text).segments }
}

function cut(text: string): string {
  const [start, ...rest] = splitAtWords(text, longest - 3)
  return start === undefined || rest.length === 0 ? text : `${start}...`
}
