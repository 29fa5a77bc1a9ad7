/** The part of the standard `WebAssembly` object we use: the types of the language do not have it. */
declare const WebAssembly: {
  Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer }
  Module: new (bytes: Uint8Array) => object
  Instance: new (module: object, imports: object) => { readonly exports: Record<string, Scan> }
}

/** `vectors`, `query` and `out` are places in the memory; `stride` a multiple of 64, `count` vectors. */
type Scan = (vectors: number, count: number, stride: number, query: number, out: number) => void

/**
 * An instance with `pages` of 64 KiB of memory. `scan` writes the dot product of the query with each
 * vector as a 32-bit integer. Bytes must lie in -127…127: two products of them fit in 16 bits.
 */
export const scanModule = (pages: number): { memory: ArrayBuffer; scan: Scan } => {
  const memory = new WebAssembly.Memory({ initial: pages })
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes()), { m: { m: memory } })
  const { scan } = instance.exports
  if (scan === undefined) throw new Error('the scan module has no « scan »')
  return { memory: memory.buffer, scan }
}

const vectors = 0
const count = 1
const stride = 2
const query = 3
const out = 4
const end = 5
const place = 6
const sum = 7
const left = 8
const right = 9

const get = (local: number) => [0x20, local]
const set = (local: number) => [0x21, local]
const tee = (local: number) => [0x22, local]
/** Signed LEB128 of 0…127: above 63, one byte alone would be read as negative. */
const number = (value: number) => (value < 64 ? [0x41, value] : [0x41, value | 128, 0])
const plus = 0x6a
const load = (offset: number) => [0xfd, 0x00, 0x00, offset]
const lane = (index: number) => [...get(sum), 0xfd, 0x1b, index]
const forward = (local: number, by: number) => [...get(local), ...number(by), plus, ...set(local)]

/** sum += left · right, for the sixteen bytes at `offset`. */
const addProducts = (offset: number): readonly number[] => [
  ...get(sum),
  ...[...get(vectors), ...load(offset), ...tee(left)],
  ...[...get(place), ...load(offset), ...tee(right)],
  ...[0xfd, 0x9c, 0x01], // i16x8.extmul_low_i8x16_s
  ...[...get(left), ...get(right), 0xfd, 0x9d, 0x01], // i16x8.extmul_high_i8x16_s
  ...[0xfd, 0x8e, 0x01, 0xfd, 0x7e], // i16x8.add, i32x4.extadd_pairwise_i16x8_s
  ...[0xfd, 0xae, 0x01, ...set(sum)], // i32x4.add
]

/** for each vector: sum = 0; for each 64 bytes: sum += left · right; store the four lanes of sum. */
const body = (): readonly number[] => [
  ...[0x02, 0x40, ...get(count), 0x45, 0x0d, 0x00], // block: out of it when there is no vector
  ...[0x03, 0x40], // loop over vectors
  ...[0xfd, 0x0c, ...Array.from({ length: 16 }, () => 0), ...set(sum)],
  ...[...get(query), ...set(place)],
  ...[...get(vectors), ...get(stride), plus, ...set(end)],
  ...[0x03, 0x40], // loop over 64 bytes
  ...[0, 16, 32, 48].flatMap(addProducts),
  ...[...forward(vectors, 64), ...forward(place, 64)],
  ...[...get(vectors), ...get(end), 0x49, 0x0d, 0x00, 0x0b],
  ...[...get(out), ...lane(0), ...lane(1), plus, ...lane(2), plus, ...lane(3), plus, 0x36, 0x02, 0],
  ...forward(out, 4),
  ...[...get(count), ...number(1), 0x6b, ...tee(count), 0x0d, 0x00],
  ...[0x0b, 0x0b, 0x0b],
]

/** Layout: https://webassembly.github.io/spec/core/binary/modules.html; every size fits in one byte pair. */
const bytes = (): Uint8Array => {
  const code = [2, 2, 0x7f, 3, 0x7b, ...body()]
  const text = (word: string) => [word.length, ...Buffer.from(word)]
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 5, 0x7f, 0x7f, 0x7f, 0x7f, 0x7f, 0]),
    ...section(2, [1, ...text('m'), ...text('m'), 2, 0, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...text('scan'), 0, 0]),
    ...section(10, [1, ...unsigned(code.length), ...code]),
  ])
}

const section = (id: number, content: readonly number[]) => [
  id,
  ...unsigned(content.length),
  ...content,
]

/** LEB128. */
const unsigned = (value: number): readonly number[] =>
  value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)]
