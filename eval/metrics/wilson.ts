import type { Interval } from './bootstrap.ts'

const z = 1.96

/**
 * 95 % score interval of `hits` out of `tries` (Wilson, *Probable Inference*, JASA 22, 1927). Unlike
 * the bootstrap it stays wide when all of a few tries succeed, which is when it matters.
 */
export function wilson(hits: number, tries: number): Interval | undefined {
  if (tries === 0) return undefined
  const share = hits / tries
  const middle = share + z ** 2 / (2 * tries)
  const width = z * Math.sqrt((share * (1 - share)) / tries + z ** 2 / (4 * tries ** 2))
  const scale = 1 + z ** 2 / tries
  return {
    low: Math.max(0, (middle - width) / scale),
    high: Math.min(1, (middle + width) / scale),
  }
}
