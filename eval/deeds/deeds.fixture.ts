import type { LinkDecision } from '#portfolio/skill.ts'
import type { GradedItem } from './graded-set.ts'
import type { Answered } from './measures.ts'

export function anItem(with_: Partial<GradedItem> = {}): GradedItem {
  return {
    id: 'T1',
    kind: 'job',
    register: 'oral',
    text: 'jai fait la plonge',
    expect: 'skills',
    grades: new Map([
      ['10', 2],
      ['11', 1],
    ]),
    savoirEtre: new Set(),
    jobs: ['G1605'],
    ...with_,
  }
}

/** An answer with these codes, best first: `'+10'` is proposed, `'10'` is asked about. */
export function anAnswer(
  codes: readonly string[],
  { jobs = [], none = false }: { jobs?: readonly string[]; none?: boolean } = {},
): Answered['line'] {
  return {
    skills: codes.map((code) => ({
      code: code.replace('+', ''),
      label: 'x',
      score: 0.5,
      decision: (code.startsWith('+') ? 'propose' : 'ask') satisfies LinkDecision,
      quotes: ['plonge'],
    })),
    jobs: jobs.map((code) => ({ code, label: 'x', score: 0.5 })),
    none,
  }
}
