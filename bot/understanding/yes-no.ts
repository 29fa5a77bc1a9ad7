import { plain } from './plain.ts'

export type YesNo = 'yes' | 'no'

/**
 * Yes or no, when the whole message says only that, in the spellings of the phone or by emoji. A
 * message that says both (« oui mais non ») or tells a story is `undefined`.
 */
export function yesNo(text: string): YesNo | undefined {
  const words = wordsOf(text)
  if (words.length === 0) return byEmoji(text)
  const answers = new Set<YesNo>()
  for (let at = 0; at < words.length; ) {
    const heard = phraseAt(words, at)
    if (heard) answers.add(heard.answer)
    else if (!fillers.has(words[at] ?? '')) return undefined
    at += heard?.length ?? 1
  }
  const [answer, other] = [...answers, ...emojiAnswers(text)]
  return other && other !== answer ? undefined : answer
}

/** The clear yes or no that a longer message begins with: « oui et après jsuis allé chez lidl ». */
export function opensWith(text: string): YesNo | undefined {
  const words = wordsOf(text)
  const start = fillersFrom(words)
  const heard = phraseAt(words, start)
  if (!heard) return words.length === 0 ? byEmoji(text) : undefined
  if (/^\d$/.test(words[start] ?? '')) return yesNo(text)
  const rest = words.slice(start + heard.length)
  const next = phraseAt(rest, fillersFrom(rest))
  return next && next.answer !== heard.answer ? undefined : heard.answer
}

const yes =
  'oui|ouai|ouais|ouaip|ouaiis|ouep|ouip|oue|wi|wui|ui|uii|vi|we|wai|wais|oe|oui oui|yes|yep|yeah|yess|yup|y|o|si|ok|okk|oki|okay|oke|okey|k|dac|dacc|dak|dacodac|daccord|d accord|dacor|d acc|da cord|vasy|vas y|vazy|vzy|go|let s go|lets go|cbon|c bon|cest bon|c est bon|c ok|cest ok|ca marche|sa marche|camarche|ca roule|ca va|ca me va|sa me va|grave|grv|carrement|carr|bien sur|biensur|b1sur|bi1sur|evidemment|evidament|clair|c clair|exact|exactement|exactemen|c est ca|cest ca|c ca|csa|cca|c sa|voila|tout a fait|parfait|nickel|top|volontiers|avec plaisir|affirmatif|absolument|je veux bien|jveux bien|jveu bien|pourquoi pas|pk pas|1|un|juste|c juste|vrai|c vrai|cest vrai|c est vrai|yes oui|confirme|je confirme|valide|je valide|toujours|on y va|chaud|jsuis chaud|je suis chaud|je suis partant|je suis ok|trop|obligé|oblige|bsahtek|inchallah|mouais oui|amen|iep'
const no =
  'non|nn|nan|nann|noon|nop|nope|no|n|nah|naan|nonn|na|nooon|non non|pas trop|pas tro|pa trop|pa tro|pas vraiment|pa vraiment|pas du tout|pa du tou|pas du tt|pa du tt|jamais|jms|jam|jamé|jame|pas maintenant|pa mtn|pas encore|pa encor|2|deux|faux|c faux|cest faux|c est faux|pas d accord|pas daccord|pa dac|pas moi|pas envie|pa envi|jveux pas|je veux pas|jveu pa|je ne veux pas|aucun|aucune|que dalle|negatif|c est pas ca|cest pas ca|c pas ca|c pa ca|c pa sa|ce n est pas ca|pas ca|pa sa|nan merci|sans facon|hors de question|jamais de la vie|mort|c mort|cest mort|surtout pas|bof non|pas bien sur|nada|niet|nein|impossible'

const phrases = new Map<string, YesNo>([
  ...yes.split('|').map((phrase) => [single(phrase), 'yes'] as const),
  ...no.split('|').map((phrase) => [single(phrase), 'no'] as const),
])
const longestPhrase = 5

const fillers = new Set(
  'merci|mrc|mci|stp|svp|bah|ba|ben|bin|beh|bon|ah|oh|eh|hein|alors|mdr|lol|ptdr|frr|frere|mec|wesh|wsh|wallah|wlh|je|pense|crois|jpense|jcrois|que|bien|trop|tro|grave|vraiment|vrmt|tkt|c|ca|moi|monsieur|madame|et|mon|reuf|chef|bro|du|coup|dcp|enfin|deja|hmm|hm|euh|mais|sinon|sur|tres|toi|te|jte|jure'.split(
    '|',
  ),
)

function wordsOf(text: string): string[] {
  return single(text).split(' ').filter(Boolean)
}

/** « ouiii », « nooon »: no letter twice in a row. */
function single(text: string): string {
  return plain(text).replace(/([a-z])\1+/g, '$1')
}

function fillersFrom(words: readonly string[]): number {
  const start = words.findIndex((word, at) => phraseAt(words, at) || !fillers.has(word))
  return start === -1 ? words.length : start
}

function phraseAt(words: readonly string[], at: number) {
  for (let length = longestPhrase; length > 0; length -= 1) {
    if (at + length > words.length) continue
    const answer = phrases.get(words.slice(at, at + length).join(' '))
    if (answer) return { answer, length }
  }
  return undefined
}

const yesEmoji = /👍|👌|✅|✔|🆗|🙏|💯|🤝|😁|😊|🙂|👏|❤|🤙/gu
const noEmoji = /👎|❌|🚫|🙅|✖|⛔/gu

function emojiAnswers(text: string): YesNo[] {
  return [
    ...(text.match(/👍|👌|✅|✔/u) ? (['yes'] as const) : []),
    ...(text.match(noEmoji) ? (['no'] as const) : []),
  ]
}

function byEmoji(text: string): YesNo | undefined {
  const [isYes, isNo] = [text.match(yesEmoji) !== null, text.match(noEmoji) !== null]
  if (isYes === isNo) return undefined
  return isYes ? 'yes' : 'no'
}
