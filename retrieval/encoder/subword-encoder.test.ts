import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { denseDot } from '../index/skill-index.ts'
import { subwordEncoder } from './subword-encoder.ts'
import { packTable, readTable, writeTable } from './subword-table.ts'

const aTable = () => {
  const floats = Float32Array.from({ length: 4096 * 16 }, (_, place) => Math.sin(place * place))
  return packTable(floats, 16)
}

const aFile = () => join(mkdtempSync(join(tmpdir(), 'raconte-table-')), 'table.snapshot')

const nearness = async (encoder: ReturnType<typeof subwordEncoder>, one: string, other: string) => {
  const [a, b] = await encoder.embed([one, other], 'query')
  return a === undefined || b === undefined ? Number.NaN : denseDot(a, b)
}

test('every vector has norm 1, and a text without words none', async () => {
  const encoder = subwordEncoder(aTable())
  const vectors = await encoder.embed(['plier des nappes', '🙂', 'xqzt'], 'document')
  const norms = vectors.map((vector) => Math.hypot(...vector))
  expect(norms[0]).toBeCloseTo(1, 5)
  expect(norms[1]).toBe(0)
  expect(norms[2]).toBeCloseTo(1, 5)
})

test('a misspelt word is nearer to itself than another word is', async () => {
  const encoder = subwordEncoder(aTable())
  const misspelt = await nearness(encoder, 'restauration', 'restoration')
  expect(misspelt).toBeGreaterThan(await nearness(encoder, 'restauration', 'bricolage'))
})

test('a table written is read again, and a damaged one is refused', () => {
  const file = aFile()
  writeTable(file, aTable())
  expect(readTable(file)).toEqual(aTable())
  writeFileSync(file, 'bonjour')
  expect(() => readTable(file)).toThrow(/absent or damaged/)
})

test('the encoder that comes with the code hears the meaning of words that share no letter', async () => {
  const encoder = subwordEncoder()
  const near = await nearness(encoder, 'serveur de restaurant', 'garçon de café')
  expect(near).toBeGreaterThan(0.3)
  expect(near).toBeGreaterThan(await nearness(encoder, 'serveur de restaurant', 'maçon'))
})
