import type { CatalogueSkill } from './catalogue.ts'

export type Wording = {
  /** After « tu sais »: « rendre la monnaie ». */
  readonly plain: string
  /** Noun heading for a CV: « Encaissement ». */
  readonly cvLabel: string
}

/**
 * How to say a skill to its person and on a CV: our wording when the starter has it, or made from
 * the official label by `headingOf`. A heading takes as long to make as a search: each is made when
 * it is first read, and kept.
 */
export const makeWording = (
  headingOf: (words: string) => string,
): ((skill: CatalogueSkill) => Wording) => {
  const made = new Map<CatalogueSkill, string>()
  return (skill) => {
    const { plain, cv, ref } = skill
    const said = `${ref.label.charAt(0).toLowerCase()}${ref.label.slice(1)}`
    return {
      plain: plain ?? said,
      get cvLabel() {
        const heading = made.get(skill) ?? cv ?? headingOf(said)
        made.set(skill, heading)
        return heading
      },
    }
  }
}
