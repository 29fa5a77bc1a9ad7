import { scanModule } from './dense-scan-module.ts'

/**
 * Dense vectors as signed bytes: `stride` bytes each (the dimension, rounded up to 64), and what one
 * byte is worth in each vector. A quarter of the memory to read of floats, which is what an exact
 * search waits for; a dot product is wrong by less than .01.
 */
export type DenseBlock = {
  readonly dimension: number
  readonly values: Int8Array
  readonly scales: Float32Array
}

/**
 * Products of `query` with every vector of the block, as integers: the dot product with vector `n` is
 * `products[n] * scales[n] * worth`. The arrays are used again by the next call.
 */
export type DenseScan = (query: Float32Array) => {
  readonly products: Int32Array
  readonly scales: Float32Array
  readonly worth: number
}

const block = 64
const page = 65_536
const largest = 127

const strideOf = (dimension: number): number => Math.ceil(dimension / block) * block

export const packDense = (vectors: readonly Float32Array[], dimension: number): DenseBlock => {
  const stride = strideOf(dimension)
  const values = new Int8Array(vectors.length * stride)
  const scales = Float32Array.from(vectors, (vector, place) =>
    toBytes(vector, values.subarray(place * stride, (place + 1) * stride)),
  )
  return { dimension, values, scales }
}

/**
 * Exact search over a block, in WebAssembly with 128-bit SIMD (https://webassembly.github.io/spec/):
 * sixteen products an instruction, where a loop in JavaScript makes one.
 */
export const openDenseScan = ({ dimension, values, scales }: DenseBlock): DenseScan => {
  const stride = strideOf(dimension)
  const count = scales.length
  const queryAt = count * stride
  const outAt = queryAt + stride
  const bytes = outAt + count * 4
  const { memory, scan } = scanModule(Math.ceil(bytes / page) || 1)
  new Int8Array(memory).set(values)
  const query = new Int8Array(memory, queryAt, stride)
  const products = new Int32Array(memory, outAt, count)
  return (vector) => {
    const worth = toBytes(vector, query)
    scan(0, count, stride, queryAt, outAt)
    return { products, scales, worth }
  }
}

/** The dot product with vector `place`. */
export const dotAt = ({ products, scales, worth }: ReturnType<DenseScan>, place: number): number =>
  (products[place] ?? 0) * (scales[place] ?? 0) * worth

/** Writes the vector as bytes, and answers what one of them is worth. */
const toBytes = (vector: Float32Array, bytes: Int8Array): number => {
  let top = 0
  for (const value of vector) top = Math.max(top, Math.abs(value))
  const worth = top / largest
  for (let place = 0; place < vector.length; place++) {
    bytes[place] = worth === 0 ? 0 : Math.round((vector[place] ?? 0) / worth)
  }
  return worth
}
