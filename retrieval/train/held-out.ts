import { subwordVectors } from '../encoder/subword-encoder.ts'
import type { SubwordTable } from '../encoder/subword-table.ts'
import { dotAt, openDenseScan, packDense } from '../index/dense-scan.ts'
import type { PairSet } from './pairs.ts'

export type HeldOutScore = { readonly name: string; readonly pairs: number; readonly found: number }

const oneIn = 50

/** One pair in fifty is not learnt. Their words may come in other pairs. */
export const keepAside = (
  sets: readonly PairSet[],
): { learnt: readonly PairSet[]; aside: readonly PairSet[] } => {
  const part = (isAside: boolean) =>
    sets.map(({ name, pairs }) => ({
      name,
      pairs: pairs.filter((_, place) => (place % oneIn === oneIn - 1) === isAside),
    }))
  return { learnt: part(false), aside: part(true) }
}

/** Share of the pairs kept aside whose other text is nearest, among those of its set of another group. */
export const heldOutScores = (
  table: SubwordTable,
  aside: readonly PairSet[],
): readonly HeldOutScore[] =>
  aside.map(({ name, pairs }) => {
    const others = subwordVectors(
      table,
      pairs.map(({ other }) => other),
    )
    const scan = openDenseScan(packDense(others, table.dimension))
    const ones = subwordVectors(
      table,
      pairs.map(({ one }) => one),
    )
    const found = pairs.filter(({ group }, place) => {
      const dots = scan(ones[place] ?? new Float32Array(table.dimension))
      const right = dotAt(dots, place)
      return pairs.every((pair, rival) => pair.group === group || dotAt(dots, rival) < right)
    })
    return { name, pairs: pairs.length, found: found.length / pairs.length }
  })
