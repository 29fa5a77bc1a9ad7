import { expect, test } from 'vitest'
import type { Referential } from '../referentials/referential.ts'
import { ourPairs, publicPairs } from './pairs.ts'

const aReferential = (): Referential => ({
  name: 'rome',
  version: '99',
  skills: [
    { code: '905', label: 'Rincer des bols', nature: 'detailed' },
    { code: '907', label: 'Faire preuve de calme', nature: 'behaviour' },
  ],
  jobs: [
    {
      code: 'G1902',
      label: 'Rinceur / Rinceuse',
      parent: 'G1900',
      definition: 'Rince des bols dans une cuisine de collectivité.',
      titles: ['Plongeur / Plongeuse'],
      skills: [
        { code: '905', core: 'main' },
        { code: '907', core: 'other' },
      ],
    },
  ],
})

const aStarter = () => ({
  skills: [
    {
      code: '905',
      label: 'Rincer des bols',
      cv: 'Rinçage',
      plain: 'rincer',
      phrases: ['passer les bols sous l’eau'],
    },
  ],
  jobs: [],
  informal: [{ phrase: 'la plonge au noir', codes: ['G1900'] }],
})

const textsOf = (name: string) =>
  publicPairs(aReferential(), [{ id: 'e1', forms: ['plongeur/plongeuse', 'laveur'] }], [])
    .filter((set) => set.name === name)
    .flatMap(({ pairs }) => pairs.map(({ one, other }) => [one, other]))

test('a job is paired with its titles, its definition and its skills, and no savoir-être', () => {
  expect(textsOf('title ↔ title of the same job')).toContainEqual(['Rinceuse', 'Plongeur'])
  expect(textsOf('skill ↔ job that needs it')).toEqual([['Rincer des bols', 'Rinceur / Rinceuse']])
  expect(textsOf('definition ↔ job')).toHaveLength(1)
})

test('both genders of an occupation of ESCO are forms of it', () => {
  expect(textsOf('ESCO occupation ↔ other form')).toContainEqual(['plongeur', 'plongeuse'])
})

test('our phrases are learnt only when asked; an informal activity finds the heirs of its sheet', () => {
  const names = (withPhrases: boolean) =>
    ourPairs(aReferential(), aStarter(), withPhrases).flatMap(({ pairs }) =>
      pairs.map(({ one }) => one),
    )
  expect(names(false)).toEqual(['la plonge au noir'])
  expect(names(true)).toEqual(['la plonge au noir', 'rincer', 'passer les bols sous l’eau'])
})
