import { bootstrap, type Interval } from '../metrics/bootstrap.ts'
import { ratioOf, type Share } from '../metrics/share.ts'
import { wilson } from '../metrics/wilson.ts'

/** « 0.641 [0.59–0.69] », or a dash when nothing was measured. */
export function withInterval(value: number | undefined, interval: Interval | undefined): string {
  if (value === undefined) return '–'
  if (interval === undefined) return value.toFixed(3)
  return `${value.toFixed(3)} [${interval.low.toFixed(2)}–${interval.high.toFixed(2)}]`
}

/**
 * A measure over items, with its bootstrap interval; with Wilson's where every item agrees (0 or 1),
 * because the bootstrap would then claim certainty.
 */
export function measured(shares: readonly Share[]): string {
  const value = ratioOf(shares)
  const weight = shares.reduce((total, share) => total + share.weight, 0)
  const isUnanimous = value === 0 || value === 1
  return withInterval(value, isUnanimous ? wilson(value * weight, weight) : bootstrap(shares))
}

/** « 98.4 % (62/63) [91–100] », with the Wilson interval. */
export function counted(hits: number, tries: number): string {
  const interval = wilson(hits, tries)
  if (interval === undefined) return '–'
  const percent = (share: number) => (share * 100).toFixed(0)
  return `${((hits / tries) * 100).toFixed(1)} % (${hits}/${tries}) [${percent(interval.low)}–${percent(interval.high)}]`
}

/** « 1.24 » under 10, « 12.4 » above: three figures say enough about a time. */
export function milliseconds(value: number | undefined): string {
  if (value === undefined) return '–'
  return value < 10 ? value.toFixed(2) : value.toFixed(value < 100 ? 1 : 0)
}
