/**
 * Share of the first `k` places that hold a relevant code; a list shorter than `k` pays for its empty
 * places (precision at k; Manning et al. 2008, § 8.4).
 */
export function precisionAt(
  ranked: readonly string[],
  isRelevant: (code: string) => boolean,
  k: number,
): number {
  return ranked.slice(0, k).filter(isRelevant).length / k
}
