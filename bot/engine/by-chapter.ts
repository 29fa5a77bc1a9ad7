import type { Linked, SkillCandidate } from '#bot/ports/skill-search.ts'
import { type Chapter, chapters } from '#bot/understanding/chapters.ts'
import { type Heard, joined, type Source } from './heard.ts'

/**
 * One `Heard` per experience the message tells. Words of the others are blanked, never removed, so that
 * every offset still falls on the same words of the same message.
 */
export function byChapter(heard: Heard): Heard[] {
  const found = chapters(joined(heard.sources))
  if (found.length === 1) return [heard]
  return found.map((chapter) => ({
    ...heard,
    sources: blanked(heard.sources, chapter),
    linked: within(heard.linked, chapter),
  }))
}

function blanked(sources: readonly Source[], { start, end }: Chapter): Source[] {
  let from = 0
  return sources.map(({ messageId, text }) => {
    const [first, last] = [clamp(start - from, text.length), clamp(end - from, text.length)]
    from += text.length + 1
    const kept = text.slice(first, last)
    return { messageId, text: ' '.repeat(first) + kept + ' '.repeat(text.length - last) }
  })
}

function clamp(at: number, length: number): number {
  return Math.max(0, Math.min(at, length))
}

function within(linked: Linked, chapter: Chapter): Linked {
  const isInside = (span: Chapter) => span.start >= chapter.start && span.start < chapter.end
  const places = linked.deeds.flatMap((deed, i) => (isInside(deed) ? [i] : []))
  const skills = linked.skills.flatMap((skill): SkillCandidate[] => {
    const quotes = skill.quotes.filter(isInside)
    const deeds = skill.deeds.map((old) => places.indexOf(old)).filter((at) => at >= 0)
    return quotes.length ? [{ ...skill, quotes, deeds }] : []
  })
  return { ...linked, deeds: linked.deeds.filter(isInside), skills }
}
