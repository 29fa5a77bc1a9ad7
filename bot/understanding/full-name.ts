/** First name, then what follows. The last name is optional: many give one only. */
export type FullName = { readonly first: string; readonly last?: string }

const opening = /^(?:(?:alors|bah|ben|oui|ok|slt|salut|cv)[\s,]+)+/iu
const leadIn =
  /^(?:moi\s+)?(?:(?:j['’ e]*\s*m['’ ]?|m['’]?)app?ell?e?s?|mon\s+(?:pr[ée]nom|nom)(?:\s+et\s+(?:mon\s+)?nom)?\s+(?:c['’]?\s?est|est|c)|moi\s+c(?:['’]?\s?est)?|c(?:['’]?\s?est)|je\s+suis|chui|pr[ée]nom)\s*:?\s+/iu
const between =
  /\s*[,;/]\s*|\s+(?:nom(?:\s+de\s+famille)?\s*:?|et\s+mon\s+nom\s+(?:c['’]?est|est|c)?)\s+/giu
const politeEnd = /[\s,]+(?:merci|stp|svp|voil[àa])$/iu

/** Words that answer something else: a name made of one of these is no name. */
const notNames = new Set(
  'oui non ouais nan jsp rien quoi pourquoi comment passer pas je tu il elle on ya yas ca ça le la les un une des du mais car donc stop aide pause ok bof lol mdr salut slt bonjour merci cest suis sais veux peux faire fait travail stage resto chez avec dans pour mon ma mes ton ta tes son sa ses tout toute tous tt ttes toutes aucun aucune personne rien nada seul seule ensemble numero premier deux trois re rebonjour coucou wesh yo fini fin apres après encore ca ça koi quoi hein vite ferme gueule tg affaires'.split(
    ' ',
  ),
)
const longest = 60
const mostWords = 5

/**
 * « moi c lina benali », « Yanis », « je m'appelle Marie-Ange N'Diaye » → the name, each part with a
 * capital. `undefined` for sentences, orders, figures and markup.
 */
export function fullName(text: string): FullName | undefined {
  const bare = text
    .trim()
    .replace(opening, '')
    .replace(leadIn, '')
    .replace(politeEnd, '')
    .replace(/[.!]+$/, '')
  const words = bare.replace(between, ' ').split(/\s+/).filter(Boolean)
  const isName =
    bare.length <= longest &&
    words.length > 0 &&
    words.length <= mostWords &&
    words.every((word) => /^\p{L}[\p{L}\p{M}'’.-]*$/u.test(word)) &&
    !words.some((word, i) => notNames.has(word.toLowerCase()) && !(i > 0 && isParticle(word)))
  const [first, ...rest] = words.map(capitalise)
  if (!isName || !first) return undefined
  return rest.length ? { first, last: rest.join(' ') } : { first }
}

const inSentence =
  /(?<![\p{L}\d])(?:je\s+m['’ ]?app?ell?e|jm['’ ]?app?ell?e?|mon\s+(?:nom|prénom|prenom)\s+(?:c['’]?\s?est|est|c)|(?:mon\s+)?(?:nom|prénom|prenom)\s*:)\s+([\p{L}'’-]+(?:\s+[\p{L}'’-]+){0,2}?)(?=\s*(?:[,.!;\n]|$)|\s+(?:et|j['’]?ai|jai|je|g)\s)/iu

/** The name told in passing: « mon nom c’est Sofiane Haddad, j’ai fait un stage ». */
export function nameInSentence(text: string): FullName | undefined {
  const said = inSentence.exec(text)?.[1]
  return said ? fullName(said) : undefined
}

function isParticle(word: string): boolean {
  return ['la', 'le', 'les', 'du', 'des'].includes(word.toLowerCase())
}

/** « marie-ange » → « Marie-Ange », « N'DIAYE » → « N'Diaye », « de » stays small. */
function capitalise(word: string): string {
  if (['de', 'du', 'des', 'la', 'le', 'da', 'dos', 'el', 'ben'].includes(word)) return word
  const isShouted = word === word.toUpperCase() && word.length > 1
  const calm = isShouted ? word.toLocaleLowerCase('fr') : word
  return calm.replace(
    /(^|[-'’])(\p{L})/gu,
    (_, before: string, letter: string) => before + letter.toLocaleUpperCase('fr'),
  )
}
