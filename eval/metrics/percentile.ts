/**
 * The value under which `share` (0-1) of the values lie, between the two nearest ones (Hyndman and
 * Fan, *Sample Quantiles in Statistical Packages*, 1996, definition 7). `undefined` without values.
 */
export function percentile(values: readonly number[], share: number): number | undefined {
  const sorted = values.toSorted((a, b) => a - b)
  const place = share * (sorted.length - 1)
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  if (low === undefined || high === undefined) return undefined
  return low + (high - low) * (place - Math.floor(place))
}
