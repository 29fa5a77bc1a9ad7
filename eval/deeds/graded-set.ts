import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import * as z from 'zod'
import { BadSet } from '../bad-set.ts'

const itemSchema = z.object({
  id: z.string(),
  kind: z.string(),
  register: z.string(),
  text: z.string(),
  expect: z.string(),
})

const gradeSchema = z.object({
  id: z.string(),
  skills: z.record(z.string(), z.union([z.literal(1), z.literal(2)])),
  savoir_etre: z.array(z.string()).default([]),
  jobs: z.array(z.string()).default([]),
})

/** What somebody typed, and what two readers found in it. */
export type GradedItem = z.infer<typeof itemSchema> & {
  /** By `code_ogr`: 2, a careful counsellor writes it as it stands; 1, fine to ask about. */
  readonly grades: ReadonlyMap<string, 1 | 2>
  readonly savoirEtre: ReadonlySet<string>
  /** Acceptable `code_rome`, best first. */
  readonly jobs: readonly string[]
}

/**
 * A folder in the layout of `deeds-dev`: `items.jsonl` and `qrels.jsonl`, in the order of the grades.
 * Throws `BadSet` when a line is not what it should be or a grade has no item.
 */
export function readGradedSet(folder: string): readonly GradedItem[] {
  const items = new Map(
    readLines(join(folder, 'items.jsonl'), itemSchema).map((item) => [item.id, item]),
  )
  return readLines(join(folder, 'qrels.jsonl'), gradeSchema).map((grade) => {
    const item = items.get(grade.id)
    if (item === undefined) throw new BadSet(`qrels.jsonl: no item is called ${grade.id}`)
    return {
      ...item,
      grades: new Map(Object.entries(grade.skills)),
      savoirEtre: new Set(grade.savoir_etre),
      jobs: grade.jobs,
    }
  })
}

function readLines<T>(file: string, schema: z.ZodType<T>): T[] {
  if (!existsSync(file)) throw new BadSet(`${basename(file)} is missing`)
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line, index) => ({ line, place: index + 1 }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, place }) => {
      const read = schema.safeParse(parseJson(line))
      if (read.success) return read.data
      const fields = read.error.issues.map(({ path }) => path.join('.') || 'JSON')
      throw new BadSet(`${basename(file)}, line ${place}: wrong ${fields.join(', ')}`)
    })
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
