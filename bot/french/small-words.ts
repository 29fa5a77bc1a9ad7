import { readingsOf } from './conjugation.ts'
import { isName } from './lexicon.ts'
import { subjectBefore } from './verb-in-context.ts'
import type { WordContext } from './word-context.ts'
import { isNounLike, withAccents } from './words.ts'

/** Small words that only their neighbours can tell apart. */
export function smallWord(
  word: string,
  { before, next = '', isCareful }: WordContext,
): string | undefined {
  const previous = before.at(-1) ?? ''
  if (word === 'cv') return next === '' ? 'ça va' : 'CV'
  if (isCareful) return undefined
  if (word === 'o') return /[^s]s$|x$|^gens$/.test(next) && !singularInS.has(next) ? 'aux' : 'au'
  if (word === '1') return /^\p{L}{2,}/u.test(next) && !units.test(next) ? 'un' : '1'
  if (word === 'j' && next !== '') return /^[aeiouyéèêhà]/.test(next) ? "j'" : 'je'
  if (word === 'u') return /^(ai|as|a|avons|ont)$/.test(previous) ? 'eu' : undefined
  if (word === 'fer') return /^(à|pour|a|de)$/.test(previous) ? 'faire' : undefined
  if (word === 'é') return /^(il|elle|on|c'|ça|qui)$/.test(previous) ? 'est' : 'et'
  if (word === 'mé') return /^j/.test(next) ? 'mais' : 'mes'
  if (word === 'jsp' && previous === 'suis') return 'jsp'
  if (word === 'moi')
    return /\d|^(un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)$/.test(previous)
      ? 'mois'
      : undefined
  if (word === 'sa')
    return next === '' ||
      /^(va|fait|m|me|se|s|c|sert|marche|dépend|depend|serait|été|a)$/.test(next)
      ? 'ça'
      : undefined
  if (word === 'mat' && previous === 'du') return 'matin'
  if (word === 'a' && !pronoun.test(previous) && isSurelyInfinitive(next)) return 'à'
  if (word === 'a')
    return !pronoun.test(previous) && !person.test(previous) && afterTo(next, previous)
      ? 'à'
      : undefined
  if (/^jetai[st]?$|^jet[ée]$/.test(word))
    return previous === 'je' || subjectBefore(before) ? undefined : "j'étais"
  return undefined
}

const units =
  /^(an|ans|mois|moi|semaines?|sem|jours?|j|h|heures?|e|er|et|ou|fois|euros?|a|à|km|m|kg|non|oui)$/
const singularInS = new Set(
  'bus tapis repas temps pays bras bois cours secours prix resto restos'.split(' ').slice(0, -1),
)

const pronoun = /^(il|elle|on|y|qui|ça|n'|l'|t'|m'|tu|nous|lui)$/
const person =
  /^(père|mère|oncle|tante|frère|sœur|voisine?|cheff?e?|patronn?e?|grand-père|grand-mère|cousine?|amie?|copain|copine|professeure?|cliente?|dame|monsieur|fille|fils|maman|papa|papi|mamie|collègue|équipe|association)$/

/** « faire », « servir »: spelt so, they are nothing else; « manger » may stand for « mangé ». */
function isSurelyInfinitive(next: string): boolean {
  const readings = readingsOf(next)
  return (
    /(?:ir|re)$/.test(next) &&
    readings.length > 0 &&
    readings.every(({ tense }) => tense === 'infinitive')
  )
}

function afterTo(next: string, previous: string): boolean {
  return (
    /^(la|l'|l|ma|mon|mes|sa|son|ses|leur|leurs|notre|cette|ce|cet|midi|minuit|peu|coté|cote|côté|domicile|table|pied|vélo|velo|manger|coup|chaque|partir|l[aeiouéèêh]\S+|\d.*)$/.test(
      next,
    ) ||
    [next, ...withAccents(next)].flatMap(readingsOf).some(({ tense }) => tense === 'infinitive') ||
    isName(next) ||
    (/[^e]é$/.test(next) &&
      (!isNounLike(previous) || /^(machine|fer|table|planche)$/.test(previous)))
  )
}
