import { expect, test } from 'vitest'
import { broaderWords } from './broader-words.ts'

test.each([
  ['garder mon petit cousin', 'garder mon enfant'],
  ["s'occuper de mamie", "s'occuper de personne âgée"],
  ['servir dans le kebab', 'servir dans le restaurant'],
  ['laver les voitures et les camions', 'laver les véhicule et'],
])('« %s » is said with the kind: « %s »', (words, expected) => {
  expect(broaderWords(words)).toBe(expected)
})

test('words that are already general have no broader form', () => {
  expect(broaderWords('garder des enfants')).toBeUndefined()
  expect(broaderWords('')).toBeUndefined()
})
