/**
 * The text with every letter in lower case and without accent, each at its own place: the result has
 * the same length in UTF-16 units, so an offset found in it is an offset in the verbatim.
 */
export function lowerInPlace(text: string): string {
  return [...text].map(bareLetter).join('')
}

/**
 * The text as words and single spaces: lower case, no accents, no apostrophes, punctuation or emoji,
 * and at most two of the same letter in a row. Digits and « ? » alone are kept.
 */
export function plain(text: string): string {
  return lowerInPlace(text.normalize('NFC'))
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/([a-z])\1{2,}/g, '$1$1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The words of `plain`. */
export function plainWords(text: string): readonly string[] {
  return plain(text).split(' ').filter(Boolean)
}

function bareLetter(letter: string): string {
  if (letter === '’' || letter === '‘' || letter === 'ʼ') return "'"
  const bare = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return bare.length === letter.length ? bare : letter
}
