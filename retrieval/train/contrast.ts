/**
 * InfoNCE over one batch, both ways (A. van den Oord et al., « Representation Learning with
 * Contrastive Predictive Coding », 2018; the negatives of a text are the other texts of its batch, as
 * in L. Wu et al., « StarSpace », AAAI 2018). `ones` and `others` hold `size` vectors of norm 1 end to
 * end. Writes the gradients, answers the mean loss in nats. `groups`: texts of one group are not
 * held against each other.
 */
export type Batch = {
  readonly size: number
  readonly dimension: number
  readonly temperature: number
  readonly groups: Int32Array
  readonly ones: Float32Array
  readonly others: Float32Array
  readonly slopeOfOnes: Float32Array
  readonly slopeOfOthers: Float32Array
}

export const contrast = (batch: Batch): number => {
  const { size, dimension, temperature, groups, ones, others } = batch
  const scores = new Float32Array(size * size)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (row !== column && groups[row] === groups[column]) continue
      scores[row * size + column] = Math.exp(
        (dot(ones, row, others, column, dimension) - 1) / temperature,
      )
    }
  }
  const rowSums = new Float32Array(size)
  const columnSums = new Float32Array(size)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const score = scores[row * size + column] ?? 0
      rowSums[row] = (rowSums[row] ?? 0) + score
      columnSums[column] = (columnSums[column] ?? 0) + score
    }
  }
  let loss = 0
  batch.slopeOfOnes.fill(0)
  batch.slopeOfOthers.fill(0)
  const scale = 1 / (2 * temperature)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const score = scores[row * size + column] ?? 0
      const byRow = score / (rowSums[row] ?? 1)
      const byColumn = score / (columnSums[column] ?? 1)
      if (row === column) loss -= (Math.log(byRow + 1e-30) + Math.log(byColumn + 1e-30)) / 2
      const pull = (byRow + byColumn - (row === column ? 2 : 0)) * scale
      if (Math.abs(pull) < 1e-4) continue
      add(batch.slopeOfOnes, row, others, column, pull, dimension)
      add(batch.slopeOfOthers, column, ones, row, pull, dimension)
    }
  }
  return loss / size
}

const dot = (a: Float32Array, i: number, b: Float32Array, j: number, dimension: number): number => {
  const left = i * dimension
  const right = j * dimension
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s3 = 0
  for (let place = 0; place < dimension; place += 4) {
    s0 += (a[left + place] ?? 0) * (b[right + place] ?? 0)
    s1 += (a[left + place + 1] ?? 0) * (b[right + place + 1] ?? 0)
    s2 += (a[left + place + 2] ?? 0) * (b[right + place + 2] ?? 0)
    s3 += (a[left + place + 3] ?? 0) * (b[right + place + 3] ?? 0)
  }
  return s0 + s1 + s2 + s3
}

const add = (
  into: Float32Array,
  i: number,
  from: Float32Array,
  j: number,
  times: number,
  dimension: number,
): void => {
  const left = i * dimension
  const right = j * dimension
  for (let place = 0; place < dimension; place++) {
    into[left + place] = (into[left + place] ?? 0) + times * (from[right + place] ?? 0)
  }
}
