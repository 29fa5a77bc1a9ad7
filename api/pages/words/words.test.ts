import { expect, test } from 'vitest'
import { momentWords, sinceWords } from './dates.ts'
import { count, phoneWords, scoreWords } from './labels.ts'
import { printed } from './typeset.ts'

const now = new Date('2026-11-20T09:00:00Z')

test('a moment is told in Paris time, with its year when it is another one', () => {
  expect(momentWords('2026-07-01T22:30:00Z', now)).toBe('2 juillet à 00:30')
  expect(momentWords('2025-12-24T11:05:00Z', now)).toBe('24 décembre 2025 à 12:05')
})

test.each([
  ['2026-11-20T08:59:40Z', 'à l’instant'],
  ['2026-11-20T08:40:00Z', 'depuis 20 min'],
  ['2026-11-20T04:00:00Z', 'depuis 5 h'],
  ['2026-11-19T08:00:00Z', 'depuis 1 jour'],
  ['2026-11-10T08:00:00Z', 'depuis 10 jours'],
])('something that waits since %s reads « %s »', (at, words) => {
  expect(sinceWords(new Date(at), now)).toBe(words)
})

test('a score is words and a figure', () => {
  expect([0.91, 0.64, 0.42].map(scoreWords)).toEqual([
    'lien fort, 91\u00a0%',
    'lien probable, 64\u00a0%',
    'lien à vérifier, 42\u00a0%',
  ])
})

test('zero and one are singular in French', () => {
  expect([0, 1, 2].map((n) => count(n, 'dossier'))).toEqual([
    '0 dossier',
    '1 dossier',
    '2 dossiers',
  ])
})

test('a French number is read two digits at a time, another one stays', () => {
  expect(phoneWords('+33639980002')).toBe('06\u00a039\u00a098\u00a000\u00a002')
  expect(phoneWords('+4915112345678')).toBe('+4915112345678')
})

test('a label gets the apostrophe and the spaces of a printer', () => {
  expect(printed("Animer des activités d'éveil : jeux")).toBe(
    'Animer des activités d’éveil\u00a0: jeux',
  )
})
