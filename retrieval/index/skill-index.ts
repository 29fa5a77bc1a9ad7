import type { SparseVector } from '../encoder/sparse-vector.ts'

export type SurfaceKind = 'skill' | 'job'

/**
 * Where a wording comes from: `label`, `macro`, `title` and `definition` are the publisher's;
 * `phrase` and `informal` are our everyday wordings.
 */
export type SurfaceSource = 'label' | 'macro' | 'phrase' | 'title' | 'informal' | 'definition'

/** One way of saying one skill or job. A code has many surfaces. */
export type Surface = {
  readonly kind: SurfaceKind
  /** `code_ogr` for a skill, `code_rome` for a job. */
  readonly code: string
  readonly text: string
  readonly source: SurfaceSource
}

/** Both vectors have norm 1 (or 0 for a text without words); `dense` is there when an encoder is set. */
export type Encoded = {
  readonly sparse: SparseVector
  readonly dense?: Float32Array
}

export type IndexedSurface = Surface & Encoded

export type IndexQuery = Encoded & {
  readonly kind: SurfaceKind
  /** How many hits, 1-500. */
  readonly limit: number
}

export type Hit = {
  readonly surface: Surface
  /** 0-1, `similarity` below: comparable between queries and between adapters. */
  readonly score: number
  /** Its dense part, 0-1, when both sides have one. */
  readonly dense?: number
}

/**
 * Finds the surfaces nearest to a query. Holds one version at a time; a version is identified by
 * the digest of everything that went in (referential, wording, encoders).
 *
 * `replace` is a switch: a search that runs meanwhile sees the old version or the new one, never a
 * mixture. Every adapter passes `skillIndexContract`. Adapters that live elsewhere throw
 * `Unavailable` when they do not answer in time.
 */
export interface SkillIndex {
  /** Whether this very version is in place and searchable. */
  holds(version: string): Promise<boolean>

  /** Builds a version aside, then puts it in place of the last. */
  replace(version: string, surfaces: readonly IndexedSurface[]): Promise<void>

  /** One list per query, best first, without hits of score 0. Throws when no version is in place. */
  search(queries: readonly IndexQuery[]): Promise<readonly (readonly Hit[])[]>

  close(): Promise<void>
}

/** Weight of the dense part when both sides have one. */
export const denseShare = 0.3

/**
 * 0-1. Without dense vectors on both sides, the sparse part alone. Meanings that point away from each
 * other say no more than meanings that have nothing in common.
 */
export const similarity = (sparse: number, dense: number | undefined): number => {
  const mixed =
    dense === undefined ? sparse : (1 - denseShare) * sparse + denseShare * Math.max(0, dense)
  return Math.min(1, Math.max(0, mixed))
}

/** Dot product of two vectors of one dimension. */
export const denseDot = (a: Float32Array, b: Float32Array): number => {
  let sum = 0
  for (let place = 0; place < a.length; place++) sum += (a[place] ?? 0) * (b[place] ?? 0)
  return sum
}
