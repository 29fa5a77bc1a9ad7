import { type FullName, fullName, nameInSentence } from '#bot/understanding/full-name.ts'
import { known, told } from '#portfolio/field.ts'
import { recap, repeatQuestion } from './ask-next.ts'
import type { Heard } from './heard.ts'
import type { Talk } from './talk.ts'

/**
 * « mon nom c’est Sofiane Haddad, j’ai fait un stage »: kept in passing. « en fait mets Léa Moreau »
 * changes it, and is the whole message: `true`.
 */
export function hearStatedName(talk: Talk, heard: Heard): boolean {
  const before = told(talk.record.firstName)
  const name = nameInSentence(heard.answer) ?? (before && otherName(heard.answer, before))
  if (!name || talk.interview.asked?.step === 'full-name') return false
  keepName(talk, name)
  if (!heard.linked.none || hasMore(heard.answer)) return false
  talk.change({ misunderstood: 0 })
  talk.say(before ? 'fixed' : 'noted')
  if (talk.interview.asked?.step === 'what-to-fix') recap(talk)
  else repeatQuestion(talk)
  return true
}

export function keepName(talk: Talk, { first, last }: FullName) {
  talk.keep({
    ...talk.record,
    firstName: known(first),
    ...(last && { lastName: known(last) }),
  })
  talk.note('fields', { names: last ? ['firstName', 'lastName'] : ['firstName'] })
}

/** « en fait mets Léa Moreau », when we know a Léa. */
function otherName(text: string, before: string): FullName | undefined {
  const said = /(?:^|\s)(?:mets?|met|écris|ecris|plut[oô]t)\s+(.+)$/iu.exec(text.trim())?.[1]
  const name = said ? fullName(said) : undefined
  return name?.last && name.first.toLowerCase() === before.toLowerCase() ? name : undefined
}

/** « je m’appelle Tom, j’ai fait un stage »: there is more to hear than the name. */
function hasMore(text: string): boolean {
  return /[,.;\n]\s*\p{L}|\s(?:et|j['’]?ai|jai)\s/iu.test(text)
}
