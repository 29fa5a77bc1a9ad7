import { choice } from '#bot/understanding/choice.ts'
import { level } from '#bot/understanding/level.ts'
import { isTired } from '#bot/understanding/mood.ts'
import { yesNo } from '#bot/understanding/yes-no.ts'
import type { Level, SkillClaim } from '#portfolio/skill.ts'
import { askNext } from './ask-next.ts'
import { declineAsked } from './decline.ts'
import { harvest } from './harvest.ts'
import { misunderstood, progress } from './hear-story.ts'
import type { Heard } from './heard.ts'
import type { Talk } from './talk.ts'

/** Numbers, « tout », « non »: what the person agrees to is confirmed, what they leave out is refused. */
export function hearSkills(talk: Talk, heard: Heard) {
  const claims = claimsAsked(talk)
  const picked = pick(claims, heard.answer, claims.length === 1)
  if (!picked) return hearSomethingElse(talk, heard)

  const kept = claims.filter((_, i) => picked.includes(i))
  const dropped = claims.filter((_, i) => !picked.includes(i))
  keepStatus(talk, kept, 'confirmed')
  keepStatus(talk, dropped, 'refused')
  if (kept.length) talk.note('skills-confirmed', { skills: kept.map((claim) => claim.plain) })
  if (dropped.length) talk.note('skills-refused', { skills: dropped.map((claim) => claim.plain) })
  talk.change({ misunderstood: 0 })
  talk.say(kept.length ? 'noted' : 'skills-dropped')
  talk.close()
  askNext(talk)
}

/** One answer for all that was confirmed in this experience, by number or in words. */
export function hearLevel(talk: Talk, heard: Heard) {
  const found = levelOf(heard.answer)
  if (!found) {
    if (isTired(heard.answer) || yesNo(heard.answer) === 'no') return declineAsked(talk)
    return hearSomethingElse(talk, heard)
  }
  const ids = claimsAsked(talk).map((claim) => claim.id)
  const claims = talk.record.claims.map((claim) =>
    ids.includes(claim.id) ? { ...claim, level: found } : claim,
  )
  talk.keep({ ...talk.record, claims })
  talk.note('level', { level: found })
  talk.change({ misunderstood: 0 })
  talk.close()
  askNext(talk)
}

function pick(
  claims: readonly SkillClaim[],
  words: string,
  isYesNo: boolean,
): readonly number[] | undefined {
  const all = claims.map((_, i) => i)
  const reply = yesNo(words)
  if (isYesNo && reply) return reply === 'yes' ? all : []
  const chosen = choice(
    words,
    claims.length,
    claims.map((claim) => claim.plain),
  )
  if (chosen) return chosen
  if (reply) return reply === 'yes' ? all : []
  return undefined
}

function levelOf(words: string): Level | undefined {
  const chosen = choice(words, 4)
  const picked = chosen?.length === 1 ? (chosen[0] ?? -1) + 1 : undefined
  if (picked === 1 || picked === 2 || picked === 3 || picked === 4) return picked
  return level(words)
}

/** Not an answer, perhaps news: keep the news; the question will come back in its time. */
function hearSomethingElse(talk: Talk, heard: Heard) {
  const found = harvest(talk, heard)
  if (found.experienceId) return progress(talk, found)
  if (isTired(heard.answer)) return declineAsked(talk)
  misunderstood(talk)
}

function claimsAsked(talk: Talk): SkillClaim[] {
  const ids = talk.interview.asked?.claimIds ?? []
  return ids.flatMap((id) => talk.record.claims.filter((claim) => claim.id === id))
}

function keepStatus(talk: Talk, changed: readonly SkillClaim[], status: SkillClaim['status']) {
  const ids = new Set(changed.map((claim) => claim.id))
  const claims = talk.record.claims.map((claim) =>
    ids.has(claim.id) ? { ...claim, status } : claim,
  )
  talk.keep({ ...talk.record, claims })
}
