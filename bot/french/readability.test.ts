import { describe, expect, test } from 'vitest'
import { kandelMoles, sentences, syllables, wordsPerSentence } from './readability.ts'

describe('how hard a text is to read', () => {
  test.each([
    ['table', 1],
    ['travail', 2],
    ['création', 3],
    ['école', 2],
    ['oiseau', 2],
    ['feuille', 1],
    ['client', 2],
    ['rangement', 3],
    ['payer', 2],
    ['famille', 2],
    ['monnaie', 2],
    ['cuisine', 2],
    ['les', 1],
    ['je', 1],
    ['équipe', 2],
    ['vidéo', 3],
    ["l'école", 2],
    ['conseiller', 3],
    ['compétence', 3],
    ['dis', 1],
    ['14', 1],
  ])('« %s » has %i syllables', (word, count) => {
    expect(syllables(word)).toBe(count)
  })

  test('sentences end with a point, a question mark or the line', () => {
    expect(sentences('Bien. Alors tu sais servir ? Oui\nNon !')).toEqual([
      'Bien.',
      'Alors tu sais servir ?',
      'Oui',
      'Non !',
    ])
  })

  test('a title or an hour does not end a sentence', () => {
    expect(sentences('Mme. Diallo arrive à 14.30 ce soir.')).toHaveLength(1)
  })

  test('words are counted by sentence, an elided word with the next one', () => {
    expect(wordsPerSentence("L'école ferme. Tu viens demain ?")).toBe(2.5)
    expect(wordsPerSentence('')).toBe(0)
  })

  test('the score is that of Kandel and Moles', () => {
    expect(kandelMoles('Tu sais lire.')).toBeCloseTo(207 - 1.015 * 3 - 73.6 * 1, 5)
    expect(kandelMoles('?')).toBeUndefined()
  })

  test('everyday words are easier than office words', () => {
    const easy = kandelMoles('Raconte une journée. Tu faisais quoi ?') ?? 0
    const hard =
      kandelMoles(
        'L’individualisation de l’accompagnement nécessite la formalisation des compétences transversales préalablement identifiées.',
      ) ?? 0
    expect(easy).toBeGreaterThan(hard + 50)
  })
})
