/**
 * What one item adds to a measure. Every measure here is Σ sum / Σ weight over the items: a mean
 * (weight 1), or a precision pooled over proposals (weight = how many this item received). Weight 0:
 * the item has no say. Because items stay apart, any measure can be resampled item by item.
 */
export type Share = { readonly sum: number; readonly weight: number }

export const noShare: Share = { sum: 0, weight: 0 }

/** One item with one vote; `undefined` when the measure is not defined for it. */
export function vote(value: number | boolean | undefined): Share {
  return value === undefined ? noShare : { sum: Number(value), weight: 1 }
}

/** The measure; `undefined` when no item has a say. */
export function ratioOf(shares: readonly Share[]): number | undefined {
  let [sum, weight] = [0, 0]
  for (const share of shares) {
    sum += share.sum
    weight += share.weight
  }
  return weight === 0 ? undefined : sum / weight
}
