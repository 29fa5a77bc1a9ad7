import type { SkillCandidate } from '#bot/ports/skill-search.ts'
import { plainWords } from '#bot/understanding/plain.ts'
import type { Deed, Experience } from '#portfolio/experience.ts'
import type { SkillClaim } from '#portfolio/skill.ts'
import { type Heard, quoteOf } from './heard.ts'
import type { Talk } from './talk.ts'

/** A counsellor reads an ordinary draft in two minutes: beyond this, more claims only hide the good ones. */
const claimsPerExperience = 10
const uncertainPerMessage = 3

/**
 * Keeps what the search found as claims that nobody agreed to yet. A skill already claimed for this
 * experience gains the new quotes; one that was refused stays refused.
 */
export function addClaims(talk: Talk, experience: Experience, heard: Heard) {
  const candidates = worthKeeping(
    heard.linked.skills.map((found) => saidAsIs(found, experience, heard)),
  )
  const claims = [...talk.record.claims]
  for (const candidate of candidates) {
    const quotes = candidate.quotes.map((span) => quoteOf(heard.sources, span))
    const deedIds = deedsOf(candidate, experience, heard).map((deed) => deed.id)
    const at = claims.findIndex(
      (c) => c.experienceId === experience.id && c.skill.code === candidate.skill.code,
    )
    const old = claims[at]
    if (old) {
      claims[at] = {
        ...old,
        quotes: distinctQuotes(
          candidate.score > old.score ? [...quotes, ...old.quotes] : [...old.quotes, ...quotes],
        ),
        deedIds: [...new Set([...old.deedIds, ...deedIds])],
        score: Math.max(old.score, candidate.score),
        decision: candidate.decision === 'propose' ? 'propose' : old.decision,
      }
    } else if (
      claims.filter((c) => c.experienceId === experience.id).length < claimsPerExperience
    ) {
      claims.push({
        id: talk.world.nextId(),
        experienceId: experience.id,
        skill: candidate.skill,
        plain: candidate.plain,
        cvLabel: candidate.cvLabel,
        score: candidate.score,
        decision: candidate.decision,
        reason: candidate.reason,
        quotes,
        deedIds,
        status: 'held',
        mark: 'declared',
      })
    }
  }
  talk.keep({ ...talk.record, claims })
}

function worthKeeping(candidates: readonly SkillCandidate[]): SkillCandidate[] {
  const sure = candidates.filter((candidate) => candidate.decision === 'propose')
  const unsure = candidates
    .filter((candidate) => candidate.decision === 'ask')
    .slice(0, uncertainPerMessage)
  return distinctWords([...sure, ...unsure])
}

/** « je ramasse les feuilles » needs no second question about « ramasser les feuilles mortes ». */
function saidAsIs(candidate: SkillCandidate, experience: Experience, heard: Heard): SkillCandidate {
  const label = plainWords(candidate.plain)
  const isSaid = deedsOf(candidate, experience, heard).some((deed) => {
    const words = plainWords(deed.words).filter((word) => !articles.has(word))
    return words.length > 1 && words.every((word) => label.includes(word))
  })
  return isSaid && candidate.decision === 'ask' ? { ...candidate, decision: 'propose' } : candidate
}

const articles = new Set('le la les l un une des du de d mon ma mes au aux a et'.split(' '))

/** Two skills in the same everyday words would read as one question asked twice. */
function distinctWords(candidates: readonly SkillCandidate[]): SkillCandidate[] {
  const byWords = new Map<string, SkillCandidate>()
  for (const candidate of candidates) {
    if (!byWords.has(candidate.plain)) byWords.set(candidate.plain, candidate)
  }
  return [...byWords.values()]
}

/** The deeds a candidate rests on, found by their place: their words may have lost where and when. */
function deedsOf(candidate: SkillCandidate, experience: Experience, heard: Heard): readonly Deed[] {
  return candidate.deeds.flatMap((index) => {
    const span = heard.linked.deeds[index]
    if (!span) return []
    const { messageId, start } = quoteOf(heard.sources, span)
    const isHere = ({ quote }: Deed) => quote.messageId === messageId && quote.start === start
    return experience.deeds.filter((deed) => isHere(deed) || deed.words === span.words)
  })
}

function distinctQuotes(quotes: SkillClaim['quotes']): SkillClaim['quotes'] {
  return [...new Map(quotes.map((q) => [`${q.messageId}:${q.start}:${q.end}`, q])).values()]
}
