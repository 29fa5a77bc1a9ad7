import { readSnapshot, writeSnapshot } from '../index/snapshot.ts'
import type { Catalogue } from '../referentials/catalogue.ts'
import { fitLexicalEncoder, type LexicalEncoder, restoreLexicalEncoder } from './lexical-encoder.ts'

/** The encoder fitted on this catalogue: from its snapshot in `file`, or fitted now and kept there. */
export const openLexicalEncoder = (
  { digest, surfaces }: Pick<Catalogue, 'digest' | 'surfaces'>,
  file: string,
): LexicalEncoder => {
  const kept = readSnapshot(file)
  if (kept !== undefined) {
    const [features, seen] = kept.arrays
    const encoder =
      features instanceof Uint32Array && seen instanceof Uint32Array
        ? restoreLexicalEncoder({ texts: surfaces.length, features, seen })
        : undefined
    if (encoder !== undefined && kept.meta === `${digest} ${encoder.id}`) return encoder
  }
  const fitted = fitLexicalEncoder(surfaces.map(({ text }) => text))
  const { features, seen } = fitted.state
  writeSnapshot(file, { meta: `${digest} ${fitted.id}`, arrays: [features, seen] })
  return fitted
}
