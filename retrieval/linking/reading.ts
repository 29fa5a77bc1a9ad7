import type { FoundDeed, Span } from '#bot/ports/skill-search.ts'

/** What `bot/french` hears in a text; given to `makeLink`, so that a test can say what was heard. */
export type Reader = {
  /** Elementary actions of the speaker, in order. */
  findDeeds(text: string): readonly FoundDeed[]
  /** What the speaker says to be or to have been: « serveur », « babysitter ». */
  findRoles(text: string): readonly (Span & { readonly role: string })[]
  /** Small talk, a question, a wish, somebody else’s deeds. */
  saysNothing(text: string): boolean
  /** Plain French for any spelling. */
  normalise(text: string): { readonly text: string }
}

/**
 * One thing to search for: a deed, a role, or the whole message, which tells the place (« au resto »,
 * « en stage dans un garage ») and so the job, but no skill.
 */
export type Unit = {
  readonly kind: 'deed' | 'role' | 'context'
  readonly span: Span
  readonly words: string
  /** Index in `Reading.deeds`; of deeds only. */
  readonly deed?: number
}

export type Reading = {
  readonly deeds: readonly FoundDeed[]
  readonly units: readonly Unit[]
  readonly none: boolean
}

/** Longer texts are read up to here: nobody tells that much at once, and time stays bounded. */
const longestText = 20_000
const mostUnits = 24
const longestUnit = 200
const longestContext = 300

/**
 * A text → what to search for; `none` when nobody did or was anything in it. « 2 mois chez Lidl »
 * has no deed, but its words still tell of a job.
 */
export const readText = (reader: Reader, text: string): Reading => {
  const bounded = text.slice(0, longestText)
  if (bounded.trim() === '' || reader.saysNothing(bounded)) return nothing
  const deeds = reader.findDeeds(bounded)
  const told = [
    ...deeds.map((span, deed) => toUnit('deed', span, span.words, deed)),
    ...reader.findRoles(bounded).map((span) => toUnit('role', span, span.role)),
  ].filter(({ words }) => words.trim() !== '')
  const units = withoutDoubles(told).slice(0, mostUnits)
  return { deeds, units: [...units, contextOf(reader, bounded)], none: false }
}

const nothing: Reading = { deeds: [], units: [], none: true }

const toUnit = (kind: Unit['kind'], span: Span, words: string, deed?: number): Unit => ({
  kind,
  span: { start: span.start, end: span.end, text: span.text },
  words: words.slice(0, longestUnit),
  ...(deed === undefined ? {} : { deed }),
})

const contextOf = (reader: Reader, text: string): Unit => {
  const start = text.length - text.trimStart().length
  const said = text.slice(start, start + longestContext).trimEnd()
  const span = { start, end: start + said.length, text: said }
  return { kind: 'context', span, words: reader.normalise(said).text }
}

const withoutDoubles = (units: readonly Unit[]): readonly Unit[] => {
  const seen = new Set<string>()
  return units.filter(({ words, kind }) => {
    const key = `${kind} ${words}`
    return !seen.has(key) && seen.add(key)
  })
}
