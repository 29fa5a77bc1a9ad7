import { hybridEncoder } from '../encoder/encoder.ts'
import { fitLexicalEncoder } from '../encoder/lexical-encoder.ts'
import type { IndexedSurface, IndexQuery, Surface, SurfaceKind } from './skill-index.ts'

const surface = (kind: SurfaceKind, code: string, text: string): Surface => ({
  kind,
  code,
  text,
  source: kind === 'skill' ? 'label' : 'title',
})

export const someSurfaces = (): readonly Surface[] => [
  surface('skill', '902', 'Arroser des salades'),
  surface('skill', '904', 'Plier des nappes'),
  surface('skill', '905', 'Rincer des bols'),
  surface('skill', '906', 'Empiler des bols'),
  surface('job', 'G1901', 'Plieur de nappes'),
  surface('job', 'G1902', 'Rinceur de bols'),
]

const lexical = () => fitLexicalEncoder(someSurfaces().map(({ text }) => text))

/** A toy meaning, so that « laver » is near « rincer » without sharing a word. */
const toyMeaning = (text: string): Float32Array => {
  const isWet = /rinc|lav|arros/i.test(text)
  return Float32Array.from(isWet ? [1, 0] : [0, 1])
}

const encoder = () =>
  hybridEncoder(lexical(), { id: 'toy', embed: async (texts) => texts.map(toyMeaning) })

export const indexed = async (
  surfaces: readonly Surface[] = someSurfaces(),
): Promise<readonly IndexedSurface[]> => {
  const vectors = await encoder().encodeDocuments(surfaces.map(({ text }) => text))
  return surfaces.flatMap((one, place) => {
    const vector = vectors[place]
    return vector === undefined ? [] : [{ ...one, ...vector }]
  })
}

/** With `meaning`, the query has a dense part too. */
export const aQuery = async (
  text: string,
  options: { kind?: SurfaceKind; limit?: number; meaning?: boolean } = {},
): Promise<IndexQuery> => {
  const [both] = await encoder().encodeQueries([text])
  if (both === undefined) throw new Error('no query')
  const { kind = 'skill', limit = 10, meaning = false } = options
  const dense = both.dense === undefined || !meaning ? {} : { dense: both.dense }
  return { sparse: both.sparse, ...dense, kind, limit }
}
