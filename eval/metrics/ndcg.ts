/**
 * Normalised discounted cumulative gain over the first `k` places: gain ÷ log2(place + 1), relative to
 * the best possible order (Järvelin and Kekäläinen, *Cumulated gain-based evaluation of IR techniques*,
 * ACM TOIS 20(4), 2002). `gains` by code, 0 for a code without one. `undefined` when there is nothing
 * to gain.
 */
export function ndcgAt(
  ranked: readonly string[],
  gains: ReadonlyMap<string, number>,
  k: number,
): number | undefined {
  const best = discounted([...gains.values()].sort((a, b) => b - a).slice(0, k))
  if (best === 0) return undefined
  return discounted(ranked.slice(0, k).map((code) => gains.get(code) ?? 0)) / best
}

function discounted(gains: readonly number[]): number {
  return gains.reduce((sum, gain, place) => sum + gain / Math.log2(place + 2), 0)
}
