import { percentile } from './percentile.ts'
import { ratioOf, type Share } from './share.ts'

export type Interval = { readonly low: number; readonly high: number }

const draws = 2_000

/**
 * 95 % interval of a measure by the percentile bootstrap over items (Efron and Tibshirani, *An
 * Introduction to the Bootstrap*, 1993, ch. 13). The same shares and seed give the same interval.
 * `undefined` when no item has a say. It says how much the figure would move with other items of the
 * same kind; it knows nothing of items written by other hands, and a measure that is 1 for every item
 * gets no width at all.
 */
export function bootstrap(shares: readonly Share[], seed = 1): Interval | undefined {
  if (ratioOf(shares) === undefined) return undefined
  const random = mulberry32(seed)
  const ratios: number[] = []
  for (let draw = 0; draw < draws; draw++) {
    let [sum, weight] = [0, 0]
    for (let place = 0; place < shares.length; place++) {
      const share = shares[Math.floor(random() * shares.length)]
      sum += share?.sum ?? 0
      weight += share?.weight ?? 0
    }
    if (weight > 0) ratios.push(sum / weight)
  }
  const [low, high] = [percentile(ratios, 0.025), percentile(ratios, 0.975)]
  return low === undefined || high === undefined ? undefined : { low, high }
}

/** A small generator with a seed, 0 ≤ x < 1. Tommy Ettinger, public domain. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
