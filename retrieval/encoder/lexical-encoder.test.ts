import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitLexicalEncoder, restoreLexicalEncoder } from './lexical-encoder.ts'
import { sparseDot } from './sparse-vector.ts'

const anEncoder = () =>
  fitLexicalEncoder(['Plier des nappes', 'Rincer des bols', 'Empiler des bols', 'Vendre du pain'])

const likeness = (a: string, b: string): number => {
  const encoder = anEncoder()
  return sparseDot(encoder.encode(a), encoder.encode(b))
}

test('a text is like itself, whatever its accents, capitals and small words', () => {
  expect(likeness('Rincer des bols', 'RINCER les bóls')).toBeCloseTo(1, 5)
})

test('a misspelt or conjugated word stays near, another deed stays far', () => {
  expect(likeness('je rinçè les bol', 'Rincer des bols')).toBeGreaterThan(0.5)
  expect(likeness('rinçage de bols', 'Rincer des bols')).toBeGreaterThan(0.6)
  expect(likeness('vendre du pain', 'Rincer des bols')).toBeLessThan(0.05)
})

test('a rare word weighs more than a common one', () => {
  expect(likeness('rincer', 'Rincer des bols')).toBeGreaterThan(likeness('bols', 'Rincer des bols'))
})

test('an encoder restored from its state encodes alike', () => {
  const encoder = anEncoder()
  const again = restoreLexicalEncoder(encoder.state)
  expect(again.encode('plier des nappes')).toEqual(encoder.encode('plier des nappes'))
})

test('any text gives a vector of norm 1 or 0, with places distinct and ascending', () => {
  const encoder = anEncoder()
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const { indices, values } = encoder.encode(text)
      const norm = Math.hypot(...values)
      expect(norm === 0 || Math.abs(norm - 1) < 1e-4).toBe(true)
      indices.forEach((place, at) => {
        expect(at === 0 || place > (indices[at - 1] ?? 0)).toBe(true)
      })
    }),
  )
})
