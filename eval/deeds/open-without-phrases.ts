import { findDeeds } from '#bot/french/deeds.ts'
import { headingOf } from '#bot/french/infinitive-to-noun.ts'
import { normalise } from '#bot/french/normalise.ts'
import { findRoles } from '#bot/french/roles.ts'
import { saysNothing } from '#bot/french/says-nothing.ts'
import type { SkillSearch } from '#bot/ports/skill-search.ts'
import { hybridEncoder } from '#retrieval/encoder/encoder.ts'
import { fitLexicalEncoder } from '#retrieval/encoder/lexical-encoder.ts'
import { subwordEncoder } from '#retrieval/encoder/subword-encoder.ts'
import { embeddedSkillIndex } from '#retrieval/index/embedded-skill-index.ts'
import { makeLink } from '#retrieval/linking/link.ts'
import { makeCatalogue } from '#retrieval/referentials/catalogue.ts'
import { readRome } from '#retrieval/referentials/rome/read.ts'
import { openRomeSource } from '#retrieval/referentials/rome/source.ts'
import { readStarter } from '#retrieval/referentials/starter/read-starter.ts'
import { makeWording } from '#retrieval/referentials/wording.ts'

/**
 * The search on the publication at `rome` without one phrase of our starter: its official labels,
 * titles and definitions, and the informal activities. The starter's author had read the development
 * set, so this is the lower bound: what a person gets whose words we never thought of. The encoder
 * has not learnt them either (`npm run train` leaves them out).
 */
export function openWithoutPhrases(rome: string): Promise<SkillSearch> {
  return openPlainSearch(rome, { phrases: false, dense: true })
}

/** The search on the publication at `rome`, with a part of it left out. */
export async function openPlainSearch(
  rome: string,
  { phrases, dense }: { readonly phrases: boolean; readonly dense: boolean },
): Promise<SkillSearch> {
  const whole = readStarter()
  const starter = phrases ? whole : { ...whole, skills: [], jobs: [] }
  const catalogue = makeCatalogue(readRome(openRomeSource(rome)), starter)
  const lexical = fitLexicalEncoder(catalogue.surfaces.map(({ text }) => text))
  const encoder = hybridEncoder(lexical, dense ? subwordEncoder() : undefined)
  const encoded = await encoder.encodeDocuments(catalogue.surfaces.map(({ text }) => text))
  const index = embeddedSkillIndex()
  await index.replace(
    'aside',
    catalogue.surfaces.flatMap((surface, place) => {
      const vectors = encoded[place]
      return vectors === undefined ? [] : [{ ...surface, ...vectors }]
    }),
  )
  const reader = { findDeeds, findRoles, saysNothing, normalise }
  return makeLink({ catalogue, index, encoder, reader, wordingOf: makeWording(headingOf) })
}
