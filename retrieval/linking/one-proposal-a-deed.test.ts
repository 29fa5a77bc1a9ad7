import { expect, test } from 'vitest'
import { oneProposalADeed } from './one-proposal-a-deed.ts'

test('a deed proposes its best skill, and asks about the next', () => {
  const decisions = oneProposalADeed([
    { decision: 'propose', deed: 0 },
    { decision: 'propose', deed: 1 },
    { decision: 'propose', deed: 0 },
    { decision: 'ask', deed: 2 },
    { decision: 'hold', deed: 0 },
  ])
  expect(decisions).toEqual(['propose', 'propose', 'ask', 'ask', 'hold'])
})
