import { findPeriods } from '#bot/french/periods.ts'
import { choice } from '#bot/understanding/choice.ts'
import { fullName, nameInSentence } from '#bot/understanding/full-name.ts'
import { level } from '#bot/understanding/level.ts'
import { isTired } from '#bot/understanding/mood.ts'
import { place } from '#bot/understanding/place.ts'
import { tools } from '#bot/understanding/tools.ts'
import { yesNo } from '#bot/understanding/yes-no.ts'
import { known } from '#portfolio/field.ts'
import type { Quote } from '#portfolio/quote.ts'
import { askNext, repeatQuestion } from './ask-next.ts'
import { declineAsked, type Fields, keepFields } from './decline.ts'
import { harvest } from './harvest.ts'
import { keepName } from './hear-stated-name.ts'
import { misunderstood, progress } from './hear-story.ts'
import type { Heard } from './heard.ts'
import { isWhere } from './listen.ts'
import type { Talk } from './talk.ts'

/** A place, a period, tools: the answer replaces what was there; « jsp » closes the question for good. */
export function hearField(talk: Talk, heard: Heard) {
  const { asked } = talk.interview
  const experience = talk.experience(asked?.experienceId)
  const answered = experience && asked && readField(talk, asked.step, heard)
  if (experience && answered) {
    keepFields(talk, experience, answered)
    talk.note('fields', { experience: experience.id, names: Object.keys(answered) })
  }
  const found = harvest(talk, heard)
  if (answered || found.experienceId)
    return progress(
      talk,
      found.experienceId || !experience ? found : { ...found, experienceId: experience.id },
    )
  if (isTired(heard.answer) || yesNo(heard.answer) === 'no') return declineAsked(talk)
  misunderstood(talk)
}

/** First and last name in one answer; the first alone is enough. */
export function hearName(talk: Talk, heard: Heard) {
  const name =
    yesNo(heard.answer) || isTired(heard.answer)
      ? undefined
      : (fullName(heard.answer) ?? nameInSentence(heard.answer))
  if (!name) {
    if (yesNo(heard.answer) === 'yes') return repeatQuestion(talk)
    const found = harvest(talk, heard)
    if (found.experienceId) return progress(talk, found)
    if (isTired(heard.answer) || yesNo(heard.answer) === 'no') return declineAsked(talk)
    return misunderstood(talk)
  }
  keepName(talk, name)
  talk.change({ misunderstood: 0 })
  talk.say('noted')
  askNext(talk)
}

function readField(talk: Talk, step: string, heard: Heard): Fields | undefined {
  const quotes = wholeQuotes(heard)
  if (step === 'ask-place') {
    const name = namedPlace(heard) ?? freePlace(heard)
    return name ? { place: known(name, quotes) } : undefined
  }
  if (step === 'ask-period') {
    const period = periodIn(heard.answer, talk.world.now)
    return period && { period: known(period, quotes) }
  }
  const used = tools(heard.answer)
  return used.length ? { tools: known(used, quotes) } : undefined
}

/** « 2023 », « mercredi », « 2024 2025 »: an answer leaves out the little words. */
function periodIn(answer: string, now: Date) {
  const words = answer.trim().replace(/^((?:19|20)\d\d)[ ,/-]+((?:19|20)\d\d)$/, '$1 à $2')
  return [words, `en ${words}`, `le ${words}`]
    .map((said) => findPeriods(said, now)[0]?.period)
    .find(Boolean)
}

/** « j'ai appelé la mairie » tells a deed and no place; « à la mairie » tells a place. */
function namedPlace({ answer, linked }: Heard): string | undefined {
  const found = place(answer)
  return found && (linked.none || isWhere(answer, found.span)) ? found.name : undefined
}

const longestPlace = 40

/** A few words that are no sentence: the name of a place that no list knows. */
function freePlace(heard: Heard): string | undefined {
  const words = heard.answer
    .trim()
    .replace(/[.!]+$/, '')
    .replace(
      /^(?:c['’ ]?(?:était|etait|est|t) )?(?:[àa]|au|en|dans|chez) (?!la |l['’])(?=\p{L})/iu,
      '',
    )
  if (/^(?:chez moi|[àa] la maison|chez nous)(?:\s|$)/i.test(words)) return 'à domicile'
  const isName =
    words.length <= longestPlace && words.split(/\s+/).length <= 4 && /\p{L}{2}/u.test(words)
  if (!isName || !heard.linked.none || isNoPlace(words)) return undefined
  const common = /^(?:mon|ma|mes|une?|des|le|les) (.+)$/iu.exec(words)?.[1]
  return common?.toLocaleLowerCase('fr') ?? words.charAt(0).toLocaleUpperCase('fr') + words.slice(1)
}

function isNoPlace(words: string): boolean {
  return (
    yesNo(words) !== undefined || isTired(words) || choice(words, 4) !== undefined || !!level(words)
  )
}

function wholeQuotes(heard: Heard): Quote[] {
  return heard.messages.map(({ id, text }) => ({ messageId: id, start: 0, end: text.length, text }))
}
