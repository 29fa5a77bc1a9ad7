/**
 * Share of the relevant codes found among the first `k` (recall at k; Manning, Raghavan, Schütze,
 * *Introduction to Information Retrieval*, 2008, § 8.4). `undefined` when nothing is relevant.
 */
export function recallAt(
  ranked: readonly string[],
  relevant: ReadonlySet<string>,
  k: number,
): number | undefined {
  if (relevant.size === 0) return undefined
  const found = new Set(ranked.slice(0, k).filter((code) => relevant.has(code)))
  return found.size / relevant.size
}
