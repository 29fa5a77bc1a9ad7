import { expect, test } from 'vitest'
import { calibration, decide, featureNames, scoreOf } from './calibration.ts'
import type { Evidence } from './gather-evidence.ts'
import type { Unit } from './reading.ts'

const aUnit = (kind: Unit['kind']): Unit => ({
  kind,
  span: { start: 0, end: 4, text: 'mots' },
  words: 'mots',
})

const someEvidence = (changes: Partial<Evidence>): Evidence => ({
  code: '902',
  direct: 0.9,
  dense: 0.9,
  rank: 1,
  bridge: 0,
  job: 0,
  agreement: 0,
  family: 0,
  units: [{ unit: aUnit('deed'), strength: 0.9 }],
  ...changes,
})

test('every feature has its weight, and more likeness never lowers the score', () => {
  expect(calibration.weights).toHaveLength(featureNames.length)
  const scores = [0, 0.25, 0.5, 0.75, 1].map((likeness) =>
    scoreOf([likeness, 0, likeness, likeness, 0, 0, likeness, 0, 0, 0], calibration),
  )
  expect([...scores].sort((a, b) => a - b)).toEqual(scores)
  for (const score of scores) expect(score).toBeGreaterThan(0)
  for (const score of scores) expect(score).toBeLessThan(1)
})

test('a sure deed is proposed, a doubtful one asked, the rest held', () => {
  expect(decide(someEvidence({}), 0.9, calibration)).toBe('propose')
  expect(decide(someEvidence({}), 0.3, calibration)).toBe('ask')
  expect(decide(someEvidence({}), 0.05, calibration)).toBe('hold')
})

test('what only the job suggests is not proposed, however sure', () => {
  const evidence = someEvidence({ direct: 0, job: 0.9 })
  expect(decide(evidence, 0.9, calibration)).toBe('ask')
})

test('what nobody did is not proposed, however sure', () => {
  const evidence = someEvidence({ units: [{ unit: aUnit('role'), strength: 0.9 }] })
  expect(decide(evidence, 0.9, calibration)).toBe('ask')
})
