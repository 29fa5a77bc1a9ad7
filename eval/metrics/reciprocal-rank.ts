/**
 * 1 ÷ the place of the first relevant code, 0 when there is none; its mean over queries is the MRR
 * (Voorhees, *The TREC-8 Question Answering Track Report*, 1999).
 */
export function reciprocalRank(ranked: readonly string[], relevant: ReadonlySet<string>): number {
  const place = ranked.findIndex((code) => relevant.has(code))
  return place === -1 ? 0 : 1 / (place + 1)
}
