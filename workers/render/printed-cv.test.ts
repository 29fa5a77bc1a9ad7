import { expect, test } from 'vitest'
import { aCv } from './cv.fixture.ts'
import { french, printedCv } from './printed-cv.ts'

test.each([
  ['Cuisine : plats chauds', 'Cuisine\u00A0: plats chauds'],
  ['Cuisine: plats chauds', 'Cuisine\u00A0: plats chauds'],
  ['Et après ? Oui !', 'Et après\u202F? Oui\u202F!'],
  ['vite; bien', 'vite\u202F; bien'],
  ['« Le Fournil »', '«\u00A0Le Fournil\u00A0»'],
  ["l'accueil", 'l’accueil'],
  ['de 10:30 à 12:00', 'de 10:30 à 12:00'],
  ['http://exemple.fr', 'http://exemple.fr'],
  ['deux  \n lignes\u0000', 'deux lignes'],
])('the words « %s » get the spaces of French typography', (words, printed) => {
  expect(french(words)).toBe(printed)
})

test('typography done twice changes nothing more', () => {
  const once = french("« Et l'accueil : oui ! » ?")
  expect(french(once)).toBe(once)
})

test.each([
  ['+33612345678', '06 12 34 56 78'],
  ['06.12.34.56.78', '06 12 34 56 78'],
  ['+32470123456', '+32470123456'],
])('the number %s reads %s', (phone, shown) => {
  const [first = ''] = printedCv(aCv(1, { contact: { phone } })).contact
  expect(first.replaceAll('\u00A0', ' ')).toBe(shown)
})

test('each level has its words, and none is invented', () => {
  const skills = [
    { label: 'vente' },
    ...([1, 2, 3, 4] as const).map((level) => ({ label: 'x', level })),
  ]
  expect(printedCv(aCv(1, { skills })).skills.map(({ level }) => level)).toEqual([
    '',
    'avec de l’aide',
    'en autonomie',
    'en s’adaptant',
    'peut transmettre',
  ])
})

test('a name keeps its letters and its apostrophe, and signs that turn text around are left out', () => {
  expect(printedCv(aCv(1, { name: "N'Golo  D'Àrtägñan" })).name).toBe("N'Golo D'Àrtägñan")
  expect(printedCv(aCv(1, { name: 'Léa\u202Enitram' })).name).toBe('Léanitram')
  expect(printedCv(aCv(1, { name: 'Zoe\u0308' })).name).toBe('Zoë')
})
