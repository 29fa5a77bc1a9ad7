/**
 * Lower-case words without accents: « J’ai fait l’œuvre » → j, ai, fait, l, oeuvre. Everything
 * that is neither a letter nor a digit separates.
 */
const wordsOf = (text: string): readonly string[] => plain(text).match(/[a-z0-9]+/g) ?? []

/** The words that carry the meaning of a deed or of a label. */
export const meaningfulWords = (text: string): readonly string[] =>
  wordsOf(text).filter((word) => word.length > 1 && !emptyWords.has(word))

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')

/** Grammar, and verbs so general that they say nothing of what was done (« faire », « effectuer »). */
const emptyWords: ReadonlySet<string> = new Set(
  `le la les un une des du de au aux et ou a en dans sur sous par pour avec sans chez ce cet cette ces son sa ses mon
   ma mes ton ta tes leur leurs notre nos votre vos qui que quoi dont ne pas plus se me te lui je tu il elle on nous
   vous ils elles moi toi eux y est sont ai as ont avait avais etait etais etre avoir fait faire fais faisais faisait
   tres aussi puis donc alors apres avant quand comme si mais car tout toute tous toutes autre autres meme selon lors
   entre vers afin ainsi jusque effectuer realiser proceder assurer`.split(/\s+/),
)
