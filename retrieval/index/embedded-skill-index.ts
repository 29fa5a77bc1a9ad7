import * as z from 'zod'
import { buildSegment, type OpenedSegment, openSegment, searchSegment } from './segment.ts'
import type { IndexedSurface, SkillIndex, Surface, SurfaceKind } from './skill-index.ts'
import { readSnapshot, type Snapshot, writeSnapshot } from './snapshot.ts'

const kinds: readonly SurfaceKind[] = ['skill', 'job']

type Part = { readonly surfaces: readonly Surface[]; readonly segment: OpenedSegment }

type Loaded = {
  readonly version: string
  readonly parts: ReadonlyMap<SurfaceKind, Part>
}

/**
 * Exact search in memory. With `file`, each version is also kept as a snapshot there, and found
 * again at the next start instead of being built.
 */
export const embeddedSkillIndex = (file?: string): SkillIndex => {
  let loaded = file === undefined ? undefined : restore(readSnapshot(file))
  return {
    holds: async (version) => loaded?.version === version,
    replace: async (version, surfaces) => {
      const next = build(version, surfaces)
      if (file !== undefined) writeSnapshot(file, toSnapshot(next))
      loaded = next
    },
    search: async (queries) => {
      const current = loaded
      if (current === undefined) throw new Error('search before any version was put in place')
      return queries.map((query) => {
        const part = current.parts.get(query.kind)
        if (part === undefined) return []
        return searchSegment(part.segment, query, query.limit).flatMap(({ doc, ...likeness }) => {
          const surface = part.surfaces[doc]
          return surface === undefined ? [] : [{ surface, ...likeness }]
        })
      })
    },
    close: async () => {
      loaded = undefined
    },
  }
}

const build = (version: string, all: readonly IndexedSurface[]): Loaded => ({
  version,
  parts: new Map(
    kinds.map((kind) => {
      const mine = all.filter((surface) => surface.kind === kind)
      const surfaces = mine.map(({ code, text, source }) => ({ kind, code, text, source }))
      return [kind, { surfaces, segment: openSegment(buildSegment(mine)) }]
    }),
  ),
})

const metaSchema = z.object({
  version: z.string(),
  parts: z.array(
    z.object({
      kind: z.enum(['skill', 'job']),
      dimension: z.number().int(),
      surfaces: z.array(z.tuple([z.string(), z.string(), z.string()])),
    }),
  ),
})

const toSnapshot = ({ version, parts }: Loaded): Snapshot => ({
  meta: {
    version,
    parts: [...parts].map(([kind, { surfaces, segment }]) => ({
      kind,
      dimension: segment.dense.dimension,
      surfaces: surfaces.map(({ code, text, source }) => [code, text, source]),
    })),
  },
  arrays: [...parts.values()].flatMap(({ segment }) => [
    segment.features,
    segment.offsets,
    segment.docs,
    segment.weights,
    segment.dense.values,
    segment.dense.scales,
  ]),
})

const restore = (snapshot: Snapshot | undefined): Loaded | undefined => {
  const meta = metaSchema.safeParse(snapshot?.meta).data
  if (snapshot === undefined || meta === undefined) return undefined
  const parts: [SurfaceKind, Part][] = []
  for (const [place, { kind, dimension, surfaces }] of meta.parts.entries()) {
    const arrays = snapshot.arrays.slice(place * 6)
    const [features, offsets, docs, weights, values, scales] = arrays
    if (!(features instanceof Uint32Array && offsets instanceof Uint32Array)) return undefined
    if (!(docs instanceof Uint32Array && weights instanceof Float32Array)) return undefined
    if (!(values instanceof Int8Array && scales instanceof Float32Array)) return undefined
    const dense = { dimension, values, scales }
    const size = surfaces.length
    const segment = openSegment({ size, features, offsets, docs, weights, dense })
    parts.push([kind, { surfaces: surfaces.map(toSurface(kind)), segment }])
  }
  return { version: meta.version, parts: new Map(parts) }
}

const toSurface =
  (kind: SurfaceKind) =>
  ([code, text, source]: [string, string, string]): Surface => ({
    kind,
    code,
    text,
    source: source as Surface['source'],
  })
