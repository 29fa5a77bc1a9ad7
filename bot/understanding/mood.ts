export { isForeign } from './foreign.ts'

import { command } from './command.ts'
import { plain } from './plain.ts'
import { yesNo } from './yes-no.ts'

/**
 * An answer that says « enough for now »: « jsp », « bof », « ? », « flm », one or two letters. A short
 * answer that answers (yes, no, a number, a command other than help) is not one.
 */
export function isTired(text: string): boolean {
  const words = plain(text)
  if (/^[\s?.!…]+$/.test(text) && text.trim() !== '') return true
  if (words === '') return false
  if (
    tired.has(words) ||
    tired.has(words.replace(/ (?:mdr|lol|frr|la|wesh|wsh|bah|trop|mtn)$/, ''))
  )
    return true
  if (opensTired.test(words)) return true
  if (/^\d+$/.test(words) || yesNo(text) || command(text)) return false
  return words.length <= 2 && !/[aeiou]/.test(words)
}

const tired = new Set(
  'jsp|jspp|jsp trop|jsp moi|chais pas|chaipa|chepa|chépa|sais pas|je sais pas|je sais pa|jsais pas|jsai pas|jsai pa|jsaispas|je sais plus|jsais plus|jsai plu|jsp quoi dire|je sais pas quoi dire|jsais pas quoi dire|aucune idee|pas d idee|pa dide|pas didee|bof|bof bof|mouais|mwe|mouai|bah|pff|pfff|pf|flemme|flm|la flemme|jai la flemme|j ai la flemme|g la flemme|flm la|osef|balek|bref|rien|ri1|rien de special|rien de spe|rien a dire|euh|heu|hm|hmm|hum|peut etre|ptet|ptetre|pe etre|hein|quoi|koi|kwa|ca saoule|sa saoule|ca me saoule|jsuis fatigue|jsuis fatiguee|je suis fatigue|je suis fatiguee|c long|c est long|cest long|trop long|c trop long|trop de questions|tro de question|encore|encore une question|jen ai marre|jen peux plus|jpp|idk|je comprends pas|jcomprends pas|jcomprend pas|jcp|pas compris|j ai pas compris|comprends pas|vas y|laisse|laisse tomber|nsp|tg|voila|c tout|cest tout|c est tout|ctout|normal|des trucs|plein de trucs|de tout|tout et rien|comme d hab|ca depend|sa depend'.split(
    '|',
  ),
)

/** « jsp trop », « je sais plus moi »: the tail says no more than the beginning. */
const opensTired =
  /^(?:jsp|je sais (?:pas|plus|pu)|j ?sais (?:pas|plus|pu)|chais pas|jai oublie|j ai oublie|jm ?en rappelle (?:pas|plus)|je m en (?:rappelle|souviens) (?:pas|plus))(?: \S+){0,3}$/

/**
 * Somebody who does not want this question, or any: « c pas tes affaires », « je tai deja dit », an
 * insult. Never answered in kind: the question is dropped.
 */
export function pushesBack(text: string): boolean {
  return /(?:^| )(?:(?:c|ce|cest|c est) (?:pas|pa) (?:tes|vos|ton|tn) (?:affaires?|problemes?|pb|oignons?)|(?:ca|sa) (?:te|vous|t) (?:regarde|concerne) (?:pas|pa)|(?:je )?(?:t ?ai|te l ?ai|lai|l ai|vous ai|tai) (?:deja|dja) (?:dit|repondu|explique)|deja dit|(?:tu|vous) (?:me |m )?(?:soules?|saoules?|gaves?|casses?|fatigues?|enerves?|fais chier)(?: .*)?|(?:ta|vos) (?:gueule|bouche|race|mere)|ferme la|la ferme|tg|ftg|casse toi|degage|lache moi|lachez moi|nique .*|ntm|fdp|va te faire .*|(?:sale |gros )?(?:connard|con|pd|batard|debile|abruti)|(?:ca|sa) me (?:soule|saoule|gave|fait chier)|(?:je |j)?(?:veux|veu|vais) (?:pas|pa) (?:le |te le )?dire|(?:je )?(?:prefere|prefer) (?:pas|pa)(?: .*)?)$/.test(
    plain(text),
  )
}

/** « nan jrigole », « je déconne »: what was said before was a joke. */
export function takesBack(text: string): boolean {
  return /^(?:(?:non|nan|nn|mdr|lol|ptdr|mais|bon|ok) )*(?:j|je |c etait pour |cetait pour )?(?:rigole|rigoler|rigolais|blague|blaguais|deconne|deconnais|deconner|plaisante|plaisantais|rire)(?= |$)|^(?:(?:non|nan|mdr|lol) )*(?:c est|cest|c|cetait|c etait) (?:une )?blague(?= |$)/.test(
    plain(text),
  )
}

/** Emoji and nothing else to read. */
export function isEmojiOnly(text: string): boolean {
  return (
    /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(text) &&
    !/[\p{L}\p{N}]/u.test(text.replace(/[0-9#*]\ufe0f?\u20e3/gu, ''))
  )
}
