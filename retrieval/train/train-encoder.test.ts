import { expect, test } from 'vitest'
import { subwordVectors } from '../encoder/subword-encoder.ts'
import { packTable } from '../encoder/subword-table.ts'
import { denseDot } from '../index/skill-index.ts'
import { heldOutScores, keepAside } from './held-out.ts'
import type { Pair, PairSet } from './pairs.ts'
import { seededRandom } from './seeded-random.ts'
import { makeSmsNoise } from './sms-noise.ts'
import { trainEncoder, usualOptions } from './train-encoder.ts'

const small = { ...usualOptions, buckets: 2048, dimension: 32, batch: 8, epochs: 30 }

const aPair = (one: string, other: string): Pair => ({ one, other, group: other })

/** Words that share no letter sequence: only the pairs tell what goes with what. */
const invented = (): readonly PairSet[] => [
  {
    name: 'invented',
    pairs: [
      aPair('rincer bols', 'plonge'),
      aPair('laver assiettes', 'plonge'),
      aPair('plier nappes', 'linge'),
      aPair('repasser draps', 'linge'),
      aPair('arroser salades', 'jardin'),
      aPair('semer radis', 'jardin'),
      aPair('souder tubes', 'atelier'),
      aPair('limer barres', 'atelier'),
    ],
  },
]

const learn = (seed: number) => {
  const random = seededRandom(seed)
  const losses: number[] = []
  const model = trainEncoder(invented(), small, {
    random,
    noise: makeSmsNoise('', random),
    onEpoch: (loss) => losses.push(loss),
  })
  return { table: packTable(model.table, model.dimension), losses }
}

test('what goes together comes together, though no letter is shared', () => {
  const { table, losses } = learn(1)
  expect(losses.at(-1)).toBeLessThan(losses[0] ?? 0)
  const [bowls, plates, sheets] = subwordVectors(table, ['rincer bols', 'assiettes', 'draps'])
  const nearness = (a?: Float32Array, b?: Float32Array) =>
    a === undefined || b === undefined ? Number.NaN : denseDot(a, b)
  expect(nearness(bowls, plates)).toBeGreaterThan(nearness(bowls, sheets) + 0.2)
})

test('the same seed learns the same numbers, another seed others', () => {
  expect(learn(1).table.id).toBe(learn(1).table.id)
  expect(learn(1).table.id).not.toBe(learn(2).table.id)
})

test('one pair in fifty is kept aside, and scored among the others of its set', () => {
  const pairs = Array.from({ length: 100 }, (_, place) => aPair(`mot${place}`, `mot${place}`))
  const { learnt, aside } = keepAside([{ name: 'same', pairs }])
  expect(learnt[0]?.pairs).toHaveLength(98)
  expect(aside[0]?.pairs).toHaveLength(2)
  const [score] = heldOutScores(learn(1).table, [{ name: 'same', pairs: pairs.slice(0, 4) }])
  expect(score?.pairs).toBe(4)
})
