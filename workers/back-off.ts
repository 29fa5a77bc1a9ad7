/**
 * How long to wait before try number `tries + 1`, in ms: doubles from `first` up to `longest`, with
 * up to a fifth taken off by chance, so that jobs that failed together do not come back together.
 */
export function backOff(
  tries: number,
  chance: () => number,
  { first = 2_000, longest = 600_000 }: { first?: number; longest?: number } = {},
): number {
  const whole = Math.min(longest, first * 2 ** Math.min(tries, 30))
  return Math.round(whole * (1 - 0.2 * chance()))
}
