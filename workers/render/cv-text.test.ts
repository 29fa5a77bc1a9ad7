import { expect, test } from 'vitest'
import { aCv } from './cv.fixture.ts'
import { cvText } from './cv-text.ts'

test('the CV reads from top to bottom', () => {
  expect(cvText(aCv(1)).replace(/[\u00A0\u202F]/g, ' ')).toBe(`INÈS ŁUKASZ-NUÑEZ ÇŒUR
06 12 34 56 78 · ines.nunez@exemple.fr · Nantes

EXPÉRIENCES
-----------

Serveuse
Restaurant familial, Nantes · Été 2026, 2 mois
- Plonge
- Service en salle
- Prise de commandes
- Encaissement
- 30 couverts par soir

COMPÉTENCES
-----------

- Encaissement (en autonomie)
- Prise de commandes (en s’adaptant)
- Service en salle (en autonomie)
`)
})

test('no line is longer than 80 signs, however long the words', () => {
  const long = `${'Préparation de commandes et '.repeat(9)}${'x'.repeat(200)} fin`
  const text = cvText({
    name: long,
    contact: { email: `${'a'.repeat(90)}@exemple.fr`, town: long },
    experiences: [{ heading: long, place: long, period: long, actions: [long, long] }],
    skills: [{ label: long, level: 4 }],
  })
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBe(80)
  expect(text.match(/fin/g)).toHaveLength(7)
})

test('parts without content have no title', () => {
  expect(cvText(aCv(0, { skills: [], contact: {}, name: 'Léa' }))).toBe('LÉA\n')
})
