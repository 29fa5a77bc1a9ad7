/**
 * A light stemmer for matching people's verbs and nouns with official labels, after the idea of
 * J. Savoy, « Light stemming approaches for the French, Portuguese, German and Hungarian
 * languages », SAC 2006 (few rules, one pass, no dictionary). Unlike his it also folds verb
 * endings and the commonest deverbal nouns, because « je nettoyais », « nettoyer » and
 * « le nettoyage » are the same deed here.
 *
 * Takes one lower-case word without accents. Never returns less than three letters of a longer word.
 */
export const frenchStem = (word: string): string => {
  if (word.length < 4 || /\d/.test(word)) return word
  for (const [ending, replacement, kept] of rules) {
    const rest = word.length - ending.length
    if (rest >= kept && word.endsWith(ending)) return finish(word.slice(0, rest) + replacement)
  }
  return finish(word)
}

/** Longest endings first: [ending, what replaces it, letters that must remain before it]. */
const rules: readonly (readonly [ending: string, replacement: string, kept: number])[] = [
  ['issements', '', 3],
  ['issement', '', 3],
  ['issaient', '', 3],
  ['issantes', '', 3],
  ['ications', 'i', 3],
  ['ication', 'i', 3],
  ['ateurs', '', 3],
  ['atrices', '', 3],
  ['atrice', '', 3],
  ['ateur', '', 3],
  ['issage', '', 3],
  ['issais', '', 3],
  ['issait', '', 3],
  ['issant', '', 3],
  ['issent', '', 3],
  ['issons', '', 3],
  ['issez', '', 3],
  ['ements', '', 3],
  ['ations', '', 3],
  ['euses', '', 4],
  ['aient', '', 3],
  ['ement', '', 3],
  ['ation', '', 3],
  ['erons', '', 3],
  ['eront', '', 3],
  ['erais', '', 3],
  ['erait', '', 3],
  ['iques', 'i', 3],
  ['trices', 't', 3],
  ['ieres', 'i', 3],
  ['trice', 't', 3],
  ['iere', 'i', 3],
  ['eres', '', 4],
  ['euse', '', 4],
  ['ages', '', 4],
  ['eurs', '', 4],
  ['ions', '', 3],
  ['ique', 'i', 3],
  ['ants', '', 4],
  ['ante', '', 4],
  ['age', '', 4],
  ['ere', '', 4],
  ['eur', '', 4],
  ['ais', '', 3],
  ['ait', '', 3],
  ['ons', '', 3],
  ['ees', '', 3],
  ['ant', '', 4],
  ['era', '', 4],
  ['aux', 'al', 3],
  ['eux', '', 4],
  ['ies', 'i', 3],
  ['ent', '', 4],
  ['ee', '', 3],
  ['er', '', 3],
  ['ez', '', 3],
  ['es', '', 3],
  ['ir', '', 3],
  ['ie', 'i', 3],
  ['is', '', 4],
  ['it', '', 4],
  ['re', 'r', 4],
  ['s', '', 3],
  ['x', '', 3],
  ['e', '', 3],
  ['i', '', 4],
]

/** « chiffonn » and « chiffon », « nettoi » and « nettoy » meet. */
const finish = (stem: string): string => {
  const single = stem.length > 3 && stem.at(-1) === stem.at(-2) ? stem.slice(0, -1) : stem
  const last = single.at(-1)
  if (last === 'y' && single.length > 3) return `${single.slice(0, -1)}i`
  return last === 'e' && single.length > 3 ? single.slice(0, -1) : single
}
