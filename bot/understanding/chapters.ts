import type { ExperienceKind } from '#portfolio/experience.ts'
import { experienceKind } from './kind.ts'
import { place } from './place.ts'
import { lowerInPlace } from './plain.ts'

/** A stretch of a message about one experience: UTF-16 units, `end` exclusive. */
export type Chapter = { readonly start: number; readonly end: number }

type Frame = { readonly kind: ExperienceKind | undefined; readonly place: string | undefined }

/** « j’ai… », « je… », with or without punctuation before: where a person may begin something else. */
const firstPerson =
  /(?<![\p{L}\d])(?:(?:et|puis|pi|sinon|ensuite|apres|avant|aussi|alors|mais|enfin|bah|la|ca|moi) +)*(?:j'? ?ai|jai|g|j'? ?etais|j'? ?avais|jete|jetai[ts]?|je|on|j(?!amais|our|eun|eud|eux|usqu|uste|uin|uil|anv|oli)\p{L}{3,})(?![\p{L}\d])/gu

/** Words that say where or in what frame one worked: without them, a new shop is a detail. */
const opening =
  /(?<![\p{L}\d])(?:travail\p{L}*|boss\p{L}*|taff\p{L}*|stages?|benevol\p{L}*|service civique|saison|interim|alternance|apprenti\p{L}*|cdd|cdi|extras?|mission|contrat|job|boulot|taf|coach\p{L}*|entrain\p{L}*|vendanges)(?![\p{L}\d])/u
const listing = /^(?:(?:et|puis|pi|mais|alors|bah) +)*(?:sinon|et aussi|aussi)(?![\p{L}\d])/u
const relatives =
  /(?<![\p{L}\d])(?:freres?|soeurs?|pere|mere|grand|enfants|voisine?s?|cousine?s?|neveux?|nieces?|tante|oncle|tata|tonton)(?![\p{L}\d])/u

/**
 * The experiences that one message tells, in order. A new one begins where the speaker names another
 * frame (« puis j’ai fait un stage chez… ») or lists one (« et aussi je garde les enfants de… »).
 * One chapter when in doubt.
 */
export function chapters(text: string): Chapter[] {
  const said = lowerInPlace(text)
  const cuts = [...said.matchAll(firstPerson)].map((match) => match.index)
  const starts = [0]
  let frame: Frame = { kind: undefined, place: undefined }
  cuts.forEach((start, i) => {
    const end = cuts[i + 1] ?? text.length
    const next = frameOf(text.slice(start, end))
    if (opensAnother(frame, next, said.slice(start, end))) {
      starts.push(start)
      frame = next
    } else frame = { kind: frame.kind ?? next.kind, place: frame.place ?? next.place }
  })
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? text.length }))
}

function frameOf(text: string): Frame {
  return { kind: experienceKind(text), place: place(text)?.name }
}

function opensAnother(frame: Frame, next: Frame, said: string): boolean {
  if (!frame.kind && !frame.place) return false
  if (/^(?:\S+ +)*?(?:pas|jamais)(?![\p{L}\d])/u.test(said.slice(0, 30))) return false
  const isOtherKind =
    next.kind !== undefined && frame.kind !== undefined && next.kind !== frame.kind
  const isOtherPlace =
    next.place !== undefined && frame.place !== undefined && next.place !== frame.place
  if (opening.test(said)) return isOtherPlace || (isOtherKind && next.kind !== 'family')
  return listing.test(said) && isOtherKind && (next.kind !== 'family' || relatives.test(said))
}
