import { plain } from './plain.ts'

/**
 * Which of `count` numbered things the person picked, as indexes from 0, in order. `[]` means none of
 * them (« aucune »). `undefined` when the message is no choice, or names a number that is not offered.
 * With `labels`, the words of one label pick it too.
 */
export function choice(
  text: string,
  count: number,
  labels: readonly string[] = [],
): readonly number[] | undefined {
  const words = plain(
    text.replace(/1\s*(?:ère|ere|er)\b/gi, '1').replace(/(\d)\s*(?:ème|eme|e|nde|nd)\b/gi, '$1'),
  )
    .split(' ')
    .filter((word) => word !== '' && !fillers.has(word))
  if (words.length === 0) return undefined
  const end = ends.exec(plain(text))
  if (end) return atOneEnd(end, count)
  if (all.test(plain(text))) return everyWhen(plain(text), count)
  const cut = words.findIndex((word) => exceptWords.has(word))
  const picked = cut === -1 ? pick(words, count) : exceptPick(words, cut, count)
  return picked ?? byLabel(text, labels.slice(0, count))
}

const fillers = new Set(
  'la|le|les|l|et|ou|e|numero|num|no|n|stp|svp|merci|mrc|oui|ouais|ui|c|cest|est|ce|celle|celles|ceux|celui|je|jveux|veux|prends|prend|jprends|choisis|garde|jgarde|mets|met|pour|moi|plutot|bah|ba|ben|alors|euh|en|de|du|sont|bon|bons|bonne|bonnes|ok|dac|reponse|reponses|choix|seulement|juste|que|qu|aussi|puis|pi|plus|il|y|a|dit|dis|jdirais|dirais|suis|d|accord'.split(
    '|',
  ),
)
/** « les deux », « les 3 », « toutes les deux »: a number that counts them, not one of them. */
const all =
  /^(?:(?:tout|tous|toutes|ttes|ts|tt) )?les (2|3|4|5|deux|trois|quatre|cinq)(?: (?:stp|svp|merci))?$/
/** « les deux premières », « les 2 derniers ». */
const ends = /^(?:les )?(2|3|4|deux|trois|quatre) (premi|derni)ere?s?(?: (?:stp|svp|merci))?$/

function atOneEnd([, amount, end]: RegExpExecArray, count: number): readonly number[] | undefined {
  const size = numbers.get(amount ?? '') ?? 0
  if (size > count) return undefined
  return end === 'premi' ? every(size) : every(count).slice(-size)
}

const allWords = new Set('tout|tt|tous|toute|toutes|ttes|ts|tte|toutt|tou|all|touts'.split('|'))
const noneWords = new Set(
  'aucun|aucune|aucunes|aucuns|rien|ri1|non|nn|nan|nop|nope|zero|0|nada|pas|pa|jamais|none'.split(
    '|',
  ),
)
const exceptWords = new Set('sauf|sof|saufs|moins|excepte|hormis|sans|enleve|pas'.split('|'))
const numbers = new Map(
  [
    ['1', '1er', 'un', 'une', 'premier', 'premiere', 'premie', '1ere', 'prem', 'first'],
    ['2', 'deux', 'deuxieme', 'second', 'seconde', '2eme', 'deuzieme'],
    ['3', 'trois', 'troisieme', 'troi', '3eme'],
    ['4', 'quatre', 'quatrieme', 'katre', '4eme'],
    ['5', 'cinq', 'cinquieme', 'cinq', '5eme'],
    ['6', 'six', 'sixieme'],
    ['7', 'sept', 'septieme'],
    ['8', 'huit', 'huitieme'],
    ['9', 'neuf', 'neuvieme'],
  ].flatMap((names, at) => names.map((name) => [name, at + 1] as const)),
)

function pick(words: readonly string[], count: number): readonly number[] | undefined {
  if (words.every((word) => noneWords.has(word) || word === 'tout')) {
    if (words.some((word) => noneWords.has(word))) return []
  }
  if (words.every((word) => allWords.has(word))) return every(count)
  return numbered(words, count)
}

function everyWhen(said: string, count: number): readonly number[] | undefined {
  const named = numbers.get(all.exec(said)?.[1] ?? '')
  return named === count ? every(count) : undefined
}

function numbered(words: readonly string[], count: number): readonly number[] | undefined {
  const picked = words.flatMap((word) => numbersIn(word, count) ?? [Number.NaN])
  if (picked.length === 0 || picked.some((n) => !(n >= 1 && n <= count))) return undefined
  return [...new Set(picked)].map((n) => n - 1).sort((a, b) => a - b)
}

function numbersIn(word: string, count: number): readonly number[] | undefined {
  if (/^derni?ere?s?$|^dernie$|^last$/.test(word)) return [count]
  const named = numbers.get(word)
  if (named !== undefined) return [named]
  if (!/^\d{1,9}$/.test(word)) return undefined
  if (Number(word) <= count) return [Number(word)]
  return count < 10 ? [...word].map(Number) : undefined
}

function exceptPick(
  words: readonly string[],
  cut: number,
  count: number,
): readonly number[] | undefined {
  const before = words.slice(0, cut)
  const left = numbered(words.slice(cut + 1), count)
  if (!left) return before.length === 0 ? pick(words, count) : undefined
  const base = before.every((word) => allWords.has(word)) ? every(count) : numbered(before, count)
  return base?.filter((index) => !left.includes(index))
}

function byLabel(text: string, labels: readonly string[]): readonly number[] | undefined {
  const said = ` ${plain(text)} `
  const hits = labels.flatMap((label, at) => {
    const words = plain(label)
    return words !== '' && (said.includes(` ${words} `) || isShortName(said, words)) ? [at] : []
  })
  return hits.length > 0 ? hits : undefined
}

/** « pause » picks « faire une pause »: what was said is one end of the label, four letters or more. */
function isShortName(said: string, label: string): boolean {
  const words = said.trim()
  return words.length >= 4 && (label.endsWith(` ${words}`) || label.startsWith(`${words} `))
}

function every(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at)
}
