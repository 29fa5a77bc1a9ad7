import { expect, test } from 'vitest'
import { seededRandom } from './seeded-random.ts'
import { makeSmsNoise } from './sms-noise.ts'

const lexicon = 'written\tfrench\ngos\tenfants\nmtn\tmaintenant | montant\n'
const sentence = "j'ai gardé des enfants et nettoyé la cuisine quand l'équipe préparait les repas"

const manyOf = (text: string, seed: number): readonly string[] => {
  const noise = makeSmsNoise(lexicon, seededRandom(seed))
  return Array.from({ length: 200 }, () => noise(text))
}

test('the same seed writes the same noise', () => {
  expect(manyOf(sentence, 7)).toEqual(manyOf(sentence, 7))
  expect(manyOf(sentence, 7)).not.toEqual(manyOf(sentence, 8))
})

test('people write by ear, join the apostrophe and use their lexicon', () => {
  const written = manyOf(sentence, 1).join(' ')
  for (const word of ['jai', 'gos', 'kuisine', 'kand', 'préparé', 'nettoyer', 'garde']) {
    expect(written).toContain(word)
  }
})

test('no word is lost nor added, and some stay as they were', () => {
  const words = sentence.split(' ')
  for (const noisy of manyOf(sentence, 3)) {
    const said = noisy.split(' ')
    expect(said).toHaveLength(words.length)
    expect(said.filter((word, place) => word === words[place]).length).toBeGreaterThan(0)
  }
})
