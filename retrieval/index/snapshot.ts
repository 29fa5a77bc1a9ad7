import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

type Values = Uint32Array | Float32Array | Int8Array

/** Typed arrays and a small JSON value, in one file. */
export type Snapshot = {
  readonly meta: unknown
  readonly arrays: readonly Values[]
}

const magic = 'RACONTE1'
const align = 8
/** Bytes of one value. */
const sizes = { u32: 4, f32: 4, i8: 1 } as const

type Type = keyof typeof sizes

/**
 * Writes aside, then renames: a reader finds the old file or the new one. Layout: magic (8 bytes),
 * header length (4 bytes, little-endian), JSON header, then each array on a multiple of 8 bytes.
 */
export const writeSnapshot = (path: string, { meta, arrays }: Snapshot): void => {
  const layout = arrays.map((array) => ({
    type: typeOf(array),
    length: array.length,
  }))
  const header = Buffer.from(JSON.stringify({ meta, layout }))
  const start = Buffer.alloc(12)
  start.write(magic, 'latin1')
  start.writeUInt32LE(header.length, 8)
  const parts: Uint8Array[] = [start, header, padding(start.length + header.length)]
  for (const array of arrays) {
    parts.push(new Uint8Array(array.buffer, array.byteOffset, array.byteLength))
    parts.push(padding(array.byteLength))
  }
  mkdirSync(dirname(path), { recursive: true })
  const aside = `${path}.${process.pid}`
  writeFileSync(aside, Buffer.concat(parts), { flush: true })
  renameSync(aside, path)
}

const typeOf = (array: Values): Type => {
  if (array instanceof Int8Array) return 'i8'
  return array instanceof Uint32Array ? 'u32' : 'f32'
}

const padding = (length: number): Uint8Array => new Uint8Array((align - (length % align)) % align)

/** `undefined` when there is none, or when it is cut or not ours: it can always be made again. */
export const readSnapshot = (path: string): Snapshot | undefined => {
  if (!existsSync(path)) return undefined
  const file = readFileSync(path)
  if (file.length < 12 || file.toString('latin1', 0, 8) !== magic) return undefined
  const end = 12 + file.readUInt32LE(8)
  if (end > file.length) return undefined
  const header = parseHeader(file.toString('utf8', 12, end))
  if (header === undefined) return undefined
  // A buffer of its own: the pooled ones of Node do not start on a multiple of 4.
  const bytes = new Uint8Array(file).buffer
  const arrays: Values[] = []
  let offset = end + padding(end).length
  for (const { type, length } of header.layout) {
    const size = length * sizes[type]
    if (!(offset + size <= bytes.byteLength)) return undefined
    arrays.push(new kinds[type](bytes, offset, length))
    offset += size + padding(size).length
  }
  return { meta: header.meta, arrays }
}

const kinds = { u32: Uint32Array, f32: Float32Array, i8: Int8Array } as const

type Header = { meta: unknown; layout: { type: Type; length: number }[] }

const parseHeader = (text: string): Header | undefined => {
  try {
    return JSON.parse(text) as Header
  } catch {
    return undefined
  }
}
