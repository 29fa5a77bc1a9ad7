import { expect, test } from 'vitest'
import { ratioOf } from '../metrics/share.ts'
import { anAnswer, anItem } from './deeds.fixture.ts'
import { type Answered, measures } from './measures.ts'

/** Measures that have a value, by name. */
const valuesOf = (...answered: Answered[]): Record<string, number> =>
  Object.fromEntries(
    measures.flatMap(({ inScript, of }) => {
      const value = ratioOf(answered.map(of))
      return value === undefined ? [] : [[inScript, value]]
    }),
  )

test('one text is scored as a reader would by hand', () => {
  const line = anAnswer(['+11', '+12', '10'], { jobs: ['G1602', 'G1605'] })
  const values = valuesOf({ item: anItem(), line })
  expect(values).toMatchObject({
    'R@5': 1,
    'P@1': 0,
    'job@1': 0,
    'job@5': 1,
    propP2: 0,
    propP1: 0.5,
    speakers: 1,
    noneFalse: 0,
  })
  expect(values['P@3(>=1)']).toBeCloseTo(2 / 3)
  expect(values['nDCG@10']).toBeCloseTo((1 + 3 / 2) / (3 + 1 / Math.log2(3)))
  expect(values).not.toHaveProperty('noneRecall')
})

test('where nothing was done, only saying so counts', () => {
  const item = anItem({ expect: 'none', grades: new Map(), jobs: [] })
  expect(valuesOf({ item, line: anAnswer(['+10'], { none: false }) })).toEqual({ noneRecall: 0 })
  expect(valuesOf({ item, line: anAnswer([], { none: true }) })).toEqual({ noneRecall: 1 })
})

test('a text with savoir-être alone has no ranking, but its proposals count', () => {
  const item = anItem({ grades: new Map(), savoirEtre: new Set(['40']), jobs: [] })
  expect(valuesOf({ item, line: anAnswer(['+40', '+41']) })).toEqual({
    propP2: 0.5,
    propP1: 0.5,
    speakers: 1,
    noneFalse: 0,
  })
})

test('precision of proposals is pooled: somebody who receives more of them weighs more', () => {
  const many = { item: anItem(), line: anAnswer(['+10', '+20', '+21', '+22']) }
  const one = { item: anItem(), line: anAnswer(['+10']) }
  expect(valuesOf(many, one).propP2).toBe(0.4)
})
