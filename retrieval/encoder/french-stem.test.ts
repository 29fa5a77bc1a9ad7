import { expect, test } from 'vitest'
import { frenchStem } from './french-stem.ts'

test.each([
  [['nettoyer', 'nettoyais', 'nettoyage', 'nettoie']],
  [['servir', 'servais', 'servait']],
  [['ranger', 'rangeais', 'rangement']],
  [['vendeur', 'vendeuse', 'vendeurs']],
  [['conducteur', 'conductrice', 'conductrices']],
  [['caissier', 'caissiere', 'caissieres']],
  [['plat', 'plats']],
  [['cheval', 'chevaux']],
])('%s meet', (words) => {
  const stems = words.map(frenchStem)
  const [first] = stems
  for (const stem of stems) expect(sharesStart(stem, first ?? '')).toBe(true)
})

test('what is not a long word stays as it is', () => {
  for (const word of ['bar', 'the', 'r489', 'b2']) expect(frenchStem(word)).toBe(word)
})

test('a stem keeps three letters at least', () => {
  for (const word of ['eurs', 'ages', 'ements', 'ires']) {
    expect(frenchStem(word).length).toBeGreaterThanOrEqual(3)
  }
})

/** Verbs in -ger and -yer keep or lose one letter: n-grams bridge it. */
function sharesStart(a: string, b: string): boolean {
  const shorter = a.length <= b.length ? a : b
  const longer = shorter === a ? b : a
  return longer.startsWith(shorter) && longer.length - shorter.length <= 1
}
