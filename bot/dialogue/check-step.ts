import { gsmSafe, isGsm7, segments } from '#bot/french/gsm-7.ts'
import type { Step } from './step.ts'
import { placeholders } from './steps.ts'

const wordsPerSentence = 12

/** Words that make light of what people did, school words, and praise of the person. */
const forbidden =
  /\b(juste|seulement|rien|compétences?|bravo|génial|super|parfait|excellent|n'est-ce pas|&|etc)\b/i

/**
 * The house rules of a sentence (plain French after the FALC rules): short sentences, one question,
 * everyday words, an SMS that stays in its segments once filled with the longest plausible values.
 * Problems are editor's notes, in French.
 */
export function checkStep(step: Step): string[] {
  const every = [step.tu, step.vous ?? [], ...Object.values(step.kinds ?? {})].flat()
  return every.flatMap((wording) =>
    checkWording(step, wording).map((problem) => `« ${wording} » ${problem}`),
  )
}

function checkWording(step: Step, wording: string): string[] {
  const unknown = [...wording.matchAll(/\{(\w+)\}/g)]
    .map((m) => m[1] ?? '')
    .filter((name) => !(name in placeholders))
  if (unknown.length) return [`: je ne sais pas remplir {${unknown.join('}, {')}}.`]

  const filled = fill(wording)
  const choices = (step.choices ?? []).map((choice, i) => `${i + 1} ${choice}`).join(' ')
  const whole = choices ? `${filled} ${choices}` : filled
  const longest = Math.max(...sentencesOf(wording).map(countWords))
  const questions = wording.split('?').length - 1
  const word = wording.match(forbidden)?.[0]
  const trouble = [...wording, ...(step.choices ?? [])].find((part) => !isGsm7(part))
  const sms = segments(gsmSafe(whole)).segments
  return [
    ...(longest > wordsPerSentence
      ? [`: une phrase a ${longest} mots, ${wordsPerSentence} au plus.`]
      : []),
    ...(questions > 1 ? [': deux questions à la fois.'] : []),
    ...(word ? [`: le mot « ${word} » ne va pas.`] : []),
    ...(trouble ? [`: « ${trouble} » double le prix d’un SMS, choisir un autre mot.`] : []),
    ...(sms > step.segments ? [`: ${sms} SMS une fois rempli, ${step.segments} au plus.`] : []),
  ]
}

function fill(wording: string): string {
  return Object.entries(placeholders).reduce(
    (text, [name, value]) => text.replaceAll(`{${name}}`, value),
    wording,
  )
}

/** Sentences of the template itself: what is filled in was said by somebody else. */
function sentencesOf(wording: string): string[] {
  return wording.split(/[.?!:]+(?:\s|$)|\.\.\.|"[^"]*"/).filter((part) => part.trim())
}

function countWords(sentence: string): number {
  return sentence.split(/[\s,]+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}
