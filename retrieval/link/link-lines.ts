import * as z from 'zod'
import type { SkillSearch } from '#bot/ports/skill-search.ts'
import type { LinkDecision } from '#portfolio/skill.ts'
import { BadReferential } from '../referentials/referential.ts'

/** One line of results; codes are `code_ogr` and `code_rome`, quotes are slices of the text. */
export type LinkedLine = {
  readonly id: string
  readonly skills: readonly {
    readonly code: string
    readonly label: string
    readonly score: number
    readonly decision: LinkDecision
    readonly quotes: readonly string[]
  }[]
  readonly jobs: readonly {
    readonly code: string
    readonly label: string
    readonly score: number
  }[]
  readonly none: boolean
  /** Milliseconds from text to decision. */
  readonly ms: number
}

const itemSchema = z.object({ id: z.coerce.string(), text: z.string() })

const limits = { skills: 20, jobs: 5 }

/** Links each line of a JSON-lines text. Throws on a line that is not `{"id", "text"}`, naming it. */
export const linkLines = async (
  search: SkillSearch,
  jsonl: string,
  now: () => number,
): Promise<readonly LinkedLine[]> => {
  const items = jsonl
    .split('\n')
    .map((line, index) => ({ line, place: index + 1 }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, place }) => readItem(line, place))
  const lines: LinkedLine[] = []
  for (const { id, text } of items) {
    const start = now()
    const { skills, jobs, none } = await search.link(text, limits)
    const ms = Math.round((now() - start) * 100) / 100
    lines.push({
      id,
      skills: skills.map(({ skill, score, decision, quotes }) => ({
        code: skill.code,
        label: skill.label,
        score: rounded(score),
        decision,
        quotes: quotes.map((quote) => quote.text),
      })),
      jobs: jobs.map((job) => ({ ...job, score: rounded(job.score) })),
      none,
      ms,
    })
  }
  return lines
}

const readItem = (line: string, place: number): z.infer<typeof itemSchema> => {
  const parsed = itemSchema.safeParse(parseJson(line))
  if (!parsed.success) throw new BadReferential(`Ligne ${place} : {"id", "text"} attendu.`)
  return parsed.data
}

const parseJson = (line: string): unknown => {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

const rounded = (score: number): number => Math.round(score * 10_000) / 10_000
