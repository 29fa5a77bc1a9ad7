import { plain } from './plain.ts'

/** What somebody wants changed in what they read back. `index` counts from 0; `-1` is the last one. */
export type Correction =
  | { readonly kind: 'remove'; readonly index: number }
  | { readonly kind: 'replace'; readonly from: string; readonly to: string }
  | { readonly kind: 'period'; readonly text: string }

/**
 * A correction: « enlève la 2 », « c pas burger king c quick », « non 3 mois pas 2 ». A change of
 * time gives the right time as it was written; the words of `replace` keep the person's spelling.
 */
export function correction(text: string): Correction | undefined {
  const typed = text.slice(0, 400).replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim()
  return removal(plain(typed)) ?? periodChange(typed) ?? replacement(typed)
}

const ordinals: readonly (readonly string[])[] = [
  ['1', '1er', '1ere', 'un', 'une', 'premier', 'premiere'],
  ['2', '2e', '2eme', 'deux', 'deuxieme', 'second', 'seconde'],
  ['3', '3e', '3eme', 'trois', 'troisieme'],
  ['4', '4e', '4eme', 'quatre', 'quatrieme'],
  ['5', '5e', '5eme', 'cinq', 'cinquieme'],
  ['6', '6e', '6eme', 'six', 'sixieme'],
  ['7', '7e', '7eme', 'sept', 'septieme'],
  ['8', '8e', '8eme', 'huit', 'huitieme'],
  ['9', '9e', '9eme', 'neuf', 'neuvieme'],
]

const removing =
  /^(?:(?:non|nn|nan|stp|svp|tu peux|peux tu|faut|il faut|jveux|je veux|on peut|on|mais|euh|bah) )*(?:enlev\w*|enleve|vire|virer|retir\w*|suprim\w*|supprim\w*|efface\w*|eface|jette|barre|enlv|supp|supr|suppr) (?:moi )?(?:(?:la|le|l|celle|celui|numero|num|no|ligne|experience|ligne numero|n) )*(\w+)(?: (?:ligne|experience|truc|boulot|taf|stp|svp|merci|mrc|c faux|cest faux))*$/

function removal(said: string): Correction | undefined {
  const which = removing.exec(said)?.[1]
  if (which === undefined) return undefined
  if (/^derni?ere?$/.test(which)) return { kind: 'remove', index: -1 }
  const index = ordinals.findIndex((names) => names.includes(which))
  return index === -1 ? undefined : { kind: 'remove', index }
}

const amount = '(?:\\d{1,4}|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze)'
const unit = '(?:jours?|jrs?|semaines?|sem|mois|moi|ans?|ann[eé]es?)'
const month =
  "(?:janvier|f[eé]vrier|mars|avril|mai|juin|juillet|ao[uû]t|aout|septembre|sept|octobre|oct|novembre|nov|d[eé]cembre|dec|l'[eé]t[eé]|cet [eé]t[eé]|l'hiver|cet hiver|au printemps|en automne|(?:19|20)\\d{2})"
const was =
  "(?:c'? ?[eé]tai[ts]?|c ?t|ct|c'?est|c|cest|cetait|cetai|c'e|sa fait|[cç]a fait|plut[oô]t)"
const wasNot =
  "(?:c'? ?[eé]tai[ts]? pas?|c ?t pas?|ct pas?|c'?est pas?|c pas?|cest pas?|cetait pas?|cp|cpa|pas?)"
const lead = '(?:(?:non|nn|nan|mais|en fait|enfait|euh|attends?|ah)[ ,.!]+)*'

const newThenOld = new RegExp(
  `^${lead}(?:${was} )?(?:en |pendant |de )?((?:${amount} ${unit}|(?:de )?${month}(?: (?:à|a) ${month}| \\d{4})?))[ ,]+(?:et )?(?:pas?|non pas)(?: (?:en |pendant )?(?:${amount}(?: ${unit})?|${month}))?[ .!]*$`,
  'i',
)
const oldThenNew = new RegExp(
  `^${lead}${wasNot} (?:en |pendant )?(?:${amount}(?: ${unit})?|${month})[ ,]+(?:mais )?(?:${was} )?(?:en |pendant )?(${amount} ${unit}|${month}(?: \\d{4})?)[ .!]*$`,
  'i',
)
const onlyNew = new RegExp(
  `^(?:(?:non|nn|nan|en fait|enfait)[ ,]+)+(?:${was} )?(?:en |pendant )?(${amount} ${unit}|${month}(?: \\d{4})?)[ .!]*$`,
  'i',
)

function periodChange(typed: string): Correction | undefined {
  const right = [newThenOld, oldThenNew, onlyNew]
    .map((shape) => shape.exec(typed)?.[1])
    .find(Boolean)
  return right ? { kind: 'period', text: right.trim() } : undefined
}

const notThenIs = new RegExp(
  `^${lead}${wasNot} (?:chez |au |a |à )?(.{1,60}?)[ ,]+(?:mais )?(?:${was}|mais) (?:chez |au |a |à )?(.{1,60}?)[ .!]*$`,
  'i',
)
const isThenNot = new RegExp(
  `^${lead}${was} (?:chez |au |a |à )?(.{1,60}?)[ ,]+(?:et )?(?:pas?|non pas) (?:chez |au |a |à )?(.{1,60}?)[ .!]*$`,
  'i',
)
const swap =
  /^(?:(?:tu peux|stp|non|nn|faut|il faut)[ ,]+)*(?:remplace|remplacer|change|changer|mets?) (.{1,60}?) (?:par|en|pour|au lieu de|a la place de|à la place de) (.{1,60}?)[ .!]*$/i

function replacement(typed: string): Correction | undefined {
  const direct = notThenIs.exec(typed)
  if (direct) return replaced(direct[1], direct[2])
  const reverse = isThenNot.exec(typed)
  if (reverse) return replaced(reverse[2], reverse[1])
  const asked = swap.exec(typed)
  if (!asked) return undefined
  const isInstead = /(?:au lieu de|[aà] la place de)/i.test(typed)
  return isInstead ? replaced(asked[2], asked[1]) : replaced(asked[1], asked[2])
}

function replaced(from: string | undefined, to: string | undefined): Correction | undefined {
  const [old, right] = [from?.trim(), to?.trim()]
  return old && right && plain(old) !== plain(right)
    ? { kind: 'replace', from: old, to: right }
    : undefined
}
