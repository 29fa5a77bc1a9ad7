import type { Encoder } from '../encoder/encoder.ts'
import type { Hit, SkillIndex, SurfaceKind } from '../index/skill-index.ts'
import { broaderWords } from './broader-words.ts'
import type { Unit } from './reading.ts'

/** What the index found for one unit. */
export type Found = {
  readonly unit: Unit
  /** Of deeds only: being a waiter is not a likeness with any one skill. */
  readonly skills: readonly Hit[]
  readonly jobs: readonly Hit[]
  /** Skills whose label is near the official label of one that an everyday phrase named. */
  readonly bridged: readonly Hit[]
}

const skillLimit = 60
const jobLimit = 60
const bridgeLimit = 20
/** A phrase this near names its skill. */
const namedAbove = 0.6

/** A likeness with the kind of thing counts a little less than one with the thing itself. */
const broaderShare = 0.9

/**
 * Searches all units in two round trips. First their own words, and for deeds the same with broader
 * words. Then the official labels of the skills that our everyday phrases recognised for certain:
 * they find the neighbours that only an official wording reaches (« faire la plonge » → « Réaliser
 * la plonge » → « Laver la vaisselle »).
 *
 * Nearness of meaning is asked where it was seen to help and no more, for time: a deed's own words among
 * skills, a role and the whole message among jobs.
 */
export const searchUnits = async (
  index: Pick<SkillIndex, 'search'>,
  encoder: Encoder,
  units: readonly Unit[],
  labelOf: (code: string) => string | undefined,
): Promise<readonly Found[]> => {
  const broader = units.map(({ kind, words }) =>
    kind === 'deed' ? broaderWords(words) : undefined,
  )
  const textsOf = (kinds: readonly Unit['kind'][]) =>
    units.map(({ kind, words }) => (kinds.includes(kind) ? words : undefined))
  const ask = searcher(index, encoder)
  const [own, tellingJobs, deedJobs, wide] = await ask([
    {
      texts: textsOf(['deed']),
      kind: 'skill',
      limit: skillLimit,
      byMeaning: true,
    },
    { texts: textsOf(['role', 'context']), kind: 'job', limit: jobLimit, byMeaning: true },
    { texts: textsOf(['deed']), kind: 'job', limit: jobLimit, byMeaning: false },
    { texts: broader, kind: 'skill', limit: skillLimit, byMeaning: false },
  ])
  const skills = units.map((_, place) => merged(own?.[place] ?? [], wide?.[place] ?? []))
  const [bridged] = await ask([
    {
      texts: skills.map((hits) => namedLabel(hits, labelOf)),
      kind: 'skill',
      limit: bridgeLimit,
      byMeaning: false,
    },
  ])
  return units.map((unit, place) => ({
    unit,
    skills: skills[place] ?? [],
    jobs: (unit.kind === 'deed' ? deedJobs : tellingJobs)?.[place] ?? [],
    bridged: bridged?.[place] ?? [],
  }))
}

type Question = {
  /** One per unit; `undefined` asks nothing and gets no hit. */
  readonly texts: readonly (string | undefined)[]
  readonly kind: SurfaceKind
  readonly limit: number
  /** Whether nearness of meaning counts. It costs a scan of all surfaces for each text. */
  readonly byMeaning: boolean
}

/** Several questions in one round trip to the encoder and one to the index. */
const searcher =
  (index: Pick<SkillIndex, 'search'>, encoder: Encoder) =>
  async (questions: readonly Question[]): Promise<readonly (readonly (readonly Hit[])[])[]> => {
    const texts = [...new Set(questions.flatMap((one) => one.texts))].filter(
      (text) => text !== undefined,
    )
    const made = await encoder.encodeQueries(texts)
    const vectors = new Map(texts.map((text, place) => [text, made[place]]))
    const asked = questions.flatMap(({ texts: mine, kind, limit, byMeaning }, question) =>
      mine.flatMap((text, place) => {
        const vector = text === undefined ? undefined : vectors.get(text)
        if (vector === undefined) return []
        const encoded = byMeaning ? vector : { sparse: vector.sparse }
        return [{ question, place, query: { ...encoded, kind, limit } }]
      }),
    )
    const hits = await index.search(asked.map(({ query }) => query))
    const answers = new Map(
      asked.map(({ question, place }, order) => [`${question} ${place}`, hits[order] ?? []]),
    )
    return questions.map(({ texts: mine }, question) =>
      mine.map((_, place) => answers.get(`${question} ${place}`) ?? []),
    )
  }

/** Both lists as one, best first: a surface found twice keeps its better likeness. */
const merged = (own: readonly Hit[], wide: readonly Hit[]): readonly Hit[] => {
  if (wide.length === 0) return own
  const keyOf = ({ surface }: Hit) => `${surface.code} ${surface.text}`
  const best = new Map(own.map((hit) => [keyOf(hit), hit]))
  for (const hit of wide) {
    const score = hit.score * broaderShare
    if (score > (best.get(keyOf(hit))?.score ?? 0)) best.set(keyOf(hit), { ...hit, score })
  }
  return [...best.values()].sort((a, b) => b.score - a.score).slice(0, skillLimit)
}

const namedLabel = (
  hits: readonly Hit[],
  labelOf: (code: string) => string | undefined,
): string | undefined => {
  const named = hits.find(
    ({ surface, score }) => surface.source === 'phrase' && score >= namedAbove,
  )
  return named === undefined ? undefined : labelOf(named.surface.code)
}
