/** Letters without accents, lower case: « Été » → « ete ». */
export function deburr(word: string): string {
  return word
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
}

/**
 * How a word sounds, roughly: words people confuse by ear share a key. « fesai », « faisais » → `feze`;
 * « jranjé » without its j and « rangeais » → `rAje`. Upper-case letters are nasals and « ch », « gn ».
 * Made for matching against a known vocabulary, never for display.
 */
export function soundKey(word: string): string {
  let key = word.toLowerCase().replaceAll('œu', 'e').replaceAll('œ', 'e').replace(/['’-]/g, '')
  for (const [pattern, sound] of rules) key = key.replace(pattern, sound)
  return key.replace(/(.)\1+/g, '$1')
}

const rules: readonly (readonly [RegExp, string])[] = [
  [/ç/g, 'S'],
  [/(er|ez|és|ées|ée|ai|ais|ait|aient|et|ets|è|ê)$/, 'é'],
  [/([^aeiouyéèêàâîôûq])es$/, '$1e'],
  [/([aeiouéèêîôû])[tdspx]+$/, '$1'],
  [/([aeo]n|[iua]in|on|r|l)[tdspx]+$/, '$1'],
  [/(?<=[ai]n)g$/, ''],
  [/ph/g, 'f'],
  [/sch|ch/g, 'C'],
  [/gn/g, 'N'],
  [/h/g, ''],
  [/qu|q/g, 'k'],
  [/sc(?=[eiéèêy])/g, 'S'],
  [/cc(?=[eiéèêy])/g, 'kS'],
  [/c(?=[eiéèêy])/g, 'S'],
  [/c/g, 'k'],
  [/gu(?=[eiéèêy])/g, 'G'],
  [/ge(?=[aoâô])/g, 'j'],
  [/g(?=[eiéèêy])/g, 'j'],
  [/G/g, 'g'],
  [/ss/g, 'S'],
  [/(?<=[aeiouyéèêàâîôû])s(?=[aeiouyéèêàâîôû])/g, 'z'],
  [/s/g, 'S'],
  [/z$/g, ''],
  [/eau|au|ô/g, 'o'],
  [/(?<=[aeéè])ill?(?=[aeiouéèêS]|$)e?/g, 'Y'],
  [/(?<=[aeou]u?)il$/g, 'Y'],
  [/ill(?=[aeiouéèê])/g, 'iY'],
  [/(?<=[aeouéu])y(?=[aeiouéè]|$)/g, 'Y'],
  [/oi|oî/g, 'wa'],
  [/ou|où|oû/g, 'U'],
  [/eu|oe/g, 'e'],
  [/(?:ei|ai|aî)n(?![aeiouyéèêwmn])/g, 'I'],
  [/[iy][nm](?![aeiouyéèêwmnUY])/g, 'I'],
  [/ie[nm](?![aeiouyéèêwmnUY])/g, 'iI'],
  [/[ae][nm](?![aeiouyéèêwmnUY])/g, 'A'],
  [/o[nm](?![aeiouyéèêwmnUY])/g, 'O'],
  [/u[nm](?![aeiouyéèêwmnUY])/g, 'I'],
  [/ai|aî|ei|ê|è|é|ë/g, 'é'],
  [/y/g, 'i'],
  [/Y/g, 'y'],
  [/e$/, ''],
  [/([^aeiouéAIOUw])e([^aeiouéAIOUw])/g, '$1é$2'],
  [/é/g, 'e'],
  [/[âà]/g, 'a'],
  [/û|ù|ü/g, 'u'],
  [/î|ï/g, 'i'],
]
