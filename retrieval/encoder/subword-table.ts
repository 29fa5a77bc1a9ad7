import { createHash } from 'node:crypto'
import { readSnapshot, writeSnapshot } from '../index/snapshot.ts'

/** `buckets` rows of `dimension` signed bytes; `scales` says what one byte is worth in each row. */
export type SubwordTable = {
  /** Names the learnt numbers: vectors of two ids are never compared. */
  readonly id: string
  readonly dimension: number
  readonly values: Int8Array
  readonly scales: Float32Array
}

const largest = 127

/** Rounds a table of floats, `dimension` a row, to bytes. */
export const packTable = (floats: Float32Array, dimension: number): SubwordTable => {
  const values = new Int8Array(floats.length)
  const scales = new Float32Array(floats.length / dimension)
  for (let row = 0; row < scales.length; row++) {
    const line = floats.subarray(row * dimension, (row + 1) * dimension)
    const scale = line.reduce((top, value) => Math.max(top, Math.abs(value)), 0) / largest
    scales[row] = scale
    if (scale > 0)
      values.set(
        line.map((value) => Math.round(value / scale)),
        row * dimension,
      )
  }
  const digest = createHash('sha256').update(values).digest('hex').slice(0, 12)
  return { id: `subword-${dimension}-${digest}`, dimension, values, scales }
}

export const writeTable = (file: string, { id, dimension, values, scales }: SubwordTable): void =>
  writeSnapshot(file, { meta: [id, dimension], arrays: [values, scales] })

/** Throws when the file is absent or damaged: it comes with the code. */
export const readTable = (file: string): SubwordTable => {
  const kept = readSnapshot(file)
  const [values, scales] = kept?.arrays ?? []
  const [id, dimension] = Array.isArray(kept?.meta) ? kept.meta : []
  if (!(values instanceof Int8Array && scales instanceof Float32Array)) throw damaged(file)
  if (typeof id !== 'string' || typeof dimension !== 'number') throw damaged(file)
  if (values.length !== scales.length * dimension) throw damaged(file)
  return { id, dimension, values, scales }
}

const damaged = (file: string) =>
  new Error(`the encoder ${file} is absent or damaged: take it again from the repository`)
