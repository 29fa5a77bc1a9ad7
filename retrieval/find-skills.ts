import type { SkillRef } from '#portfolio/skill.ts'
import type { Encoder } from './encoder/encoder.ts'
import type { SkillIndex } from './index/skill-index.ts'
import type { Catalogue, CatalogueSkill } from './referentials/catalogue.ts'
import type { Wording } from './referentials/wording.ts'

/** A skill a counsellor may choose instead of another. */
export type SkillCandidateLite = {
  readonly skill: SkillRef
  readonly plain: string
  readonly cvLabel: string
  /** 0-1: likeness of the words; not a calibrated score. */
  readonly score: number
}

const hitsPerSkill = 5

/**
 * Skills whose official label, or one of our everyday phrases, is like `words`; best first. For the
 * counsellor's desk, who writes plain French and reads official labels. A code finds its skill.
 */
export const findSkillsIn =
  (
    catalogue: Catalogue,
    index: Pick<SkillIndex, 'search'>,
    encoder: Encoder,
    wordingOf: (skill: CatalogueSkill) => Wording,
  ) =>
  async (words: string, limit: number): Promise<readonly SkillCandidateLite[]> => {
    const exact = catalogue.skills.get(words.trim())
    if (exact !== undefined) {
      return [{ skill: exact.ref, ...wordingOf(exact), score: 1 }]
    }
    const [query] = await encoder.encodeQueries([words])
    if (query === undefined || limit < 1) return []
    const wanted = Math.min(limit * hitsPerSkill, 500)
    const [hits] = await index.search([{ ...query, kind: 'skill', limit: wanted }])
    const found = new Map<string, SkillCandidateLite>()
    for (const { surface, score } of hits ?? []) {
      const skill = catalogue.skills.get(surface.code)
      if (skill === undefined || found.has(surface.code)) continue
      found.set(surface.code, { skill: skill.ref, ...wordingOf(skill), score })
    }
    return [...found.values()].slice(0, limit)
  }
