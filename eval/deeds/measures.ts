import type { LinkedLine } from '#retrieval/link/link-lines.ts'
import { ndcgAt } from '../metrics/ndcg.ts'
import { precisionAt } from '../metrics/precision.ts'
import { recallAt } from '../metrics/recall.ts'
import { noShare, type Share, vote } from '../metrics/share.ts'
import type { GradedItem } from './graded-set.ts'

/** An item, and what the search answered to it. */
export type Answered = {
  readonly item: GradedItem
  readonly line: Pick<LinkedLine, 'skills' | 'jobs' | 'none'>
}

type Measure = {
  readonly name: string
  /** How `score.mjs`, beside the set, calls the same number. */
  readonly inScript: string
  of(answered: Answered): Share
}

const gainOf = { 1: 1, 2: 3 } as const

/**
 * The measures of the graded set, as defined by `score.mjs` and equal to it (tested). Ranking counts
 * only items that have a skill of grade 2; an item where nothing is to be found counts only for
 * « says none ». Precision of proposals is pooled over proposals, and a savoir-être shown by a fact
 * is right.
 */
export const measures: readonly Measure[] = [
  ...[5, 10, 20].map((k) => ({
    name: `recall@${k}`,
    inScript: `R@${k}`,
    of: ranking(({ item, line }) => recallAt(codesOf(line), exactOf(item), k)),
  })),
  {
    name: 'nDCG@10',
    inScript: 'nDCG@10',
    of: ranking(({ item, line }) =>
      ndcgAt(codesOf(line), new Map([...item.grades].map(([c, grade]) => [c, gainOf[grade]])), 10),
    ),
  },
  {
    name: 'precision@1, grade 2',
    inScript: 'P@1',
    of: ranking(({ item, line }) =>
      precisionAt(codesOf(line), (code) => item.grades.get(code) === 2, 1),
    ),
  },
  {
    name: 'precision@3, grade ≥ 1',
    inScript: 'P@3(>=1)',
    of: ranking(({ item, line }) => precisionAt(codesOf(line), (c) => item.grades.has(c), 3)),
  },
  { name: 'job@1', inScript: 'job@1', of: jobWithin(1) },
  { name: 'job@5', inScript: 'job@5', of: jobWithin(5) },
  { name: 'proposals right, grade 2', inScript: 'propP2', of: proposalsOfGrade(2) },
  { name: 'proposals right, grade ≥ 1', inScript: 'propP1', of: proposalsOfGrade(1) },
  {
    name: 'people with a proposal',
    inScript: 'speakers',
    of: whenSpeaking(({ line }) => vote(proposalsOf(line).length > 0)),
  },
  {
    name: 'nothing done, says none',
    inScript: 'noneRecall',
    of: ({ item, line }) => (item.expect === 'none' ? vote(line.none) : noShare),
  },
  {
    name: 'something done, says none',
    inScript: 'noneFalse',
    of: whenSpeaking(({ line }) => vote(line.none)),
  },
]

type Of = Measure['of']

function whenSpeaking(of: Of): Of {
  return (answered) => (answered.item.expect === 'none' ? noShare : of(answered))
}

function ranking(value: (answered: Answered) => number | undefined): Of {
  return whenSpeaking((one) => (exactOf(one.item).size === 0 ? noShare : vote(value(one))))
}

function jobWithin(k: number): Of {
  return whenSpeaking(({ item, line }) =>
    item.jobs.length === 0
      ? noShare
      : vote(line.jobs.slice(0, k).some(({ code }) => item.jobs.includes(code))),
  )
}

function proposalsOfGrade(least: 1 | 2): Of {
  return whenSpeaking(({ item, line }) => {
    const proposed = proposalsOf(line)
    const isRight = (code: string) =>
      (item.grades.get(code) ?? 0) >= least || item.savoirEtre.has(code)
    return { sum: proposed.filter(isRight).length, weight: proposed.length }
  })
}

function proposalsOf({ skills }: Answered['line']): string[] {
  return skills.filter(({ decision }) => decision === 'propose').map(({ code }) => code)
}

function codesOf({ skills }: Answered['line']): string[] {
  return skills.map(({ code }) => code)
}

function exactOf({ grades }: GradedItem): ReadonlySet<string> {
  return new Set([...grades].filter(([, grade]) => grade === 2).map(([code]) => code))
}
