import type { Random } from './seeded-random.ts'

/** Writes plain French as people type it. */
export type SmsNoise = (text: string) => string

/** Chance that a word is changed at all. */
const changed = 0.5

/**
 * Noise of the kinds seen in French SMS (C. Fairon, J. Klein, S. Paumier, « Le langage SMS », 2006):
 * accents and apostrophes dropped, spelling by ear, consonants doubled or not, and the lexicon read
 * backwards. `lexicon` holds lines « written<TAB>french », as `bot/french/sms-lexicon.tsv`.
 */
export const makeSmsNoise = (lexicon: string, random: Random): SmsNoise => {
  const spellings = spellingsOf(lexicon)
  const noisy = (word: string): string => {
    if (random.next() > changed) return word
    const known = random.pick(spellings.get(word.toLowerCase()) ?? [])
    if (known !== undefined && random.next() < 0.7) return known
    return [dropAccents, ...byEar].reduce(
      (said, rule) => (random.next() < 0.4 ? rule(said) : said),
      word,
    )
  }
  return (text) => {
    const words = text.split(/\s+/).map(noisy).join(' ')
    return random.next() < 0.6 ? words.replaceAll(/\b([jldmtscn]|qu)['’]/gi, '$1') : words
  }
}

const spellingsOf = (lexicon: string): ReadonlyMap<string, readonly string[]> => {
  const spellings = new Map<string, string[]>()
  for (const line of lexicon.split('\n').slice(1)) {
    const [written = '', french = ''] = line.split('\t')
    if (written === '' || french === '' || french.includes('|')) continue
    spellings.set(french, [...(spellings.get(french) ?? []), written])
  }
  return spellings
}

const dropAccents = (word: string): string =>
  word.normalize('NFD').replaceAll(/[\u0300-\u036f]/g, '')

const swap =
  (pattern: RegExp, by: string) =>
  (word: string): string =>
    word.replace(pattern, by)

const byEar: readonly ((word: string) => string)[] = [
  swap(/(er|ez|ais|ait|aient|ée?s?)$/, 'é'),
  swap(/é$/, 'er'),
  swap(/qu(?=[aeiouéè])/, 'k'),
  swap(/c(?=[aou])/, 'k'),
  swap(/ph/, 'f'),
  swap(/eau|au/, 'o'),
  swap(/([bcdfglmnprst])\1/, '$1'),
  swap(/(?<=[aeiou])([lmnprst])(?=[aeiou])/, '$1$1'),
  swap(/(?<=..)(es|s|e|t|x)$/, ''),
  swap(/(?<=[aeiou])s(?=[aeiou])/, 'z'),
  swap(/ai|ei/, 'é'),
]
