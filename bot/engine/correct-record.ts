import { findPeriods } from '#bot/french/periods.ts'
import type { Correction } from '#bot/understanding/correction.ts'
import { composeLine, lineLabel } from '#portfolio/compose-line.ts'
import type { Experience } from '#portfolio/experience.ts'
import { known, told } from '#portfolio/field.ts'
import type { Heard } from './heard.ts'
import type { Talk } from './talk.ts'

/**
 * Applies a correction to the experience it names: by its number in the recap, by the words it
 * replaces, else the one being told. `false`: it names nothing we have, and nothing changed.
 */
export function correctRecord(talk: Talk, correction: Correction, heard: Heard): boolean {
  switch (correction.kind) {
    case 'remove':
      return remove(talk, correction.index)
    case 'replace':
      return replace(talk, correction.from, correction.to, heard)
    case 'period':
      return changePeriod(talk, correction.text, heard)
  }
}

function remove(talk: Talk, index: number): boolean {
  const experience = shown(talk)[index]
  if (!experience) return false
  const experiences = talk.record.experiences.filter((other) => other.id !== experience.id)
  const claims = talk.record.claims.filter((claim) => claim.experienceId !== experience.id)
  const line = lineLabel(composeLine(experience, talk.record.claims))
  talk.keep({ ...talk.record, experiences, claims })
  talk.note('removed', { experience: experience.id })
  talk.say('removed', { line })
  return true
}

function replace(talk: Talk, from: string, to: string, heard: Heard): boolean {
  const quotes = quotesOf(heard)
  const name = to.charAt(0).toLocaleUpperCase('fr') + to.slice(1)
  for (const experience of [...shown(talk)].reverse()) {
    if (isSame(told(experience.place), from))
      return keep(talk, { ...experience, place: known(name, quotes) }, 'place')
    if (isSame(told(experience.role), from))
      return keep(talk, { ...experience, role: known(to, quotes) }, 'role')
  }
  return false
}

function changePeriod(talk: Talk, words: string, heard: Heard): boolean {
  const period = findPeriods(words, talk.world.now)[0]?.period
  const experience = talk.experience(talk.interview.current) ?? shown(talk).at(-1)
  if (!period || !experience) return false
  const { duration, frequency } = told(experience.period) ?? {}
  const whole = { ...(duration && { duration }), ...(frequency && { frequency }), ...period }
  return keep(talk, { ...experience, period: known(whole, quotesOf(heard)) }, 'period')
}

function keep(talk: Talk, changed: Experience, field: string): true {
  const experiences = talk.record.experiences.map((e) => (e.id === changed.id ? changed : e))
  talk.keep({ ...talk.record, experiences })
  talk.note('corrected', { experience: changed.id, field })
  return true
}

function shown(talk: Talk): Experience[] {
  return talk.record.experiences.filter((experience) => experience.deeds.length > 0)
}

function isSame(known: string | undefined, words: string): boolean {
  return known !== undefined && fold(known).includes(fold(words))
}

function fold(words: string): string {
  return words
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
}

function quotesOf(heard: Heard) {
  return heard.messages.map(({ id, text }) => ({ messageId: id, start: 0, end: text.length, text }))
}
