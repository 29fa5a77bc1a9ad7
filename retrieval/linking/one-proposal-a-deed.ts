import type { LinkDecision } from '#portfolio/skill.ts'

type Decided = { readonly decision: LinkDecision; readonly deed: number | undefined }

/**
 * Two skills near the same deed are nearly always two wordings of it, of which one fits: the best is
 * proposed, the others become questions. `decided` is in the order of the scores. With it,
 * more of the proposals are exact in cross-validation, for as many speakers (see ../README.md).
 */
export const oneProposalADeed = (decided: readonly Decided[]): readonly LinkDecision[] => {
  const proposed = new Set<number | undefined>()
  return decided.map(({ decision, deed }) => {
    if (decision !== 'propose') return decision
    if (proposed.has(deed)) return 'ask'
    proposed.add(deed)
    return 'propose'
  })
}
