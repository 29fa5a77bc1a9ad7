/**
 * A vector with few non-zero places, as Qdrant stores them. `indices` are unsigned 32-bit hashes of
 * features, distinct and ascending; `values` has the same length.
 */
export type SparseVector = {
  readonly indices: Uint32Array
  readonly values: Float32Array
}

/** Dot product of two sparse vectors, in one walk. */
export const sparseDot = (a: SparseVector, b: SparseVector): number => {
  let sum = 0
  let i = 0
  let j = 0
  while (i < a.indices.length && j < b.indices.length) {
    const left = a.indices[i] ?? 0
    const right = b.indices[j] ?? 0
    if (left === right) sum += (a.values[i++] ?? 0) * (b.values[j++] ?? 0)
    else if (left < right) i++
    else j++
  }
  return sum
}
