import { expect, test } from 'vitest'
import { composeLine, lineLabel } from './compose-line.ts'
import { known } from './field.ts'
import { aClaim, aDeed, anExperience, aQuote } from './record.fixture.ts'

test('a line is made of what was done, where and when', () => {
  expect(lineLabel(composeLine(anExperience(), []))).toBe(
    'Plonge et service en salle, restaurant familial, été 2026',
  )
})

test('the deeds that the heading does not name become actions', () => {
  expect(composeLine(anExperience(), []).actions).toEqual(['Prise de commandes'])
})

test('a role that was told is the heading, and every deed an action', () => {
  const line = composeLine(anExperience({ role: known('serveur') }), [])
  expect(line.heading).toBe('Serveur')
  expect(line.actions).toEqual(['Plonge', 'Service en salle', 'Prise de commandes'])
})

test('a confirmed skill replaces the deeds it covers; others wait', () => {
  const confirmed = aClaim({ deedIds: ['d3'] })
  const held = aClaim({ id: 'c2', cvLabel: 'Dressage', status: 'held' })
  expect(composeLine(anExperience(), [confirmed, held]).actions).toEqual(['Encaissement'])
})

test('skills of another experience stay there', () => {
  expect(composeLine(anExperience(), [aClaim({ experienceId: 'e2' })]).actions).toEqual([
    'Prise de commandes',
  ])
})

test('every part brings its quotes, each once', () => {
  const quotes = composeLine(anExperience(), [aClaim(), aClaim({ id: 'c2' })]).quotes
  expect(quotes.map((quote) => quote.text)).toEqual([
    'faire la plonge',
    'servir en salle',
    'prendre les commandes',
    'lé gens payé a moi',
    'o resto de mon oncle',
    'lété dernier',
  ])
})

test('the same action said twice is printed once, and six actions at most', () => {
  const deeds = Array.from({ length: 12 }, (_, i) =>
    aDeed(`x${i}`, `faire ${i % 9}`, `Tâche ${i % 9}`),
  )
  const line = composeLine(anExperience({ role: known('aide'), deeds }), [])
  expect(line.actions).toEqual(['Tâche 0', 'Tâche 1', 'Tâche 2', 'Tâche 3', 'Tâche 4', 'Tâche 5'])
})

test('a result closes the line', () => {
  const line = composeLine(
    anExperience({ result: known('30 couverts par soir', [aQuote('30 couverts')]) }),
    [],
  )
  expect(line.actions.at(-1)).toBe('30 couverts par soir')
})

test('an internship is called one, after its place', () => {
  const line = composeLine(anExperience({ place: known('Decathlon'), calledAs: 'stage' }), [])
  expect(line.place).toBe('Decathlon, stage')
})
