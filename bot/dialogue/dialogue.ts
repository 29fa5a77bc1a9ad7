import { LineCounter, parseDocument } from 'yaml'
import type { ExperienceKind } from '#portfolio/experience.ts'
import { checkStep } from './check-step.ts'
import { type Step, step } from './step.ts'
import { type StepId, stepIds } from './steps.ts'

export type Dialogue = ReadonlyMap<StepId, Step>

type File = { readonly name: string; readonly content: string }

/**
 * Reads the files of a dialogue, or explains everything that is wrong with them at once.
 *
 * The problems are written in French for the counsellor who edits the files: they name the file, the
 * line and the step, and say what to change.
 */
export function readDialogue(
  files: readonly File[],
): { dialogue: Dialogue } | { problems: readonly string[] } {
  const read = files.map(readFile)
  const steps = read.flatMap((file) => file.steps)
  const problems = [...read.flatMap((file) => file.problems), ...missingSteps(steps)]
  if (problems.length) return { problems }
  return { dialogue: new Map(steps.flatMap((s) => (isStepId(s.id) ? [[s.id, s] as const] : []))) }
}

type ReadFile = { steps: Step[]; problems: string[] }

function readFile({ name, content }: File): ReadFile {
  const lines = new LineCounter()
  const document = parseDocument(content, { lineCounter: lines })
  if (document.errors.length) {
    return {
      steps: [],
      problems: document.errors.map(
        (error) =>
          `${name}, ligne ${error.linePos?.[0].line ?? 1} : ce fichier n’est pas lisible (${error.code}).`,
      ),
    }
  }
  const raw: unknown = document.toJS()
  if (!Array.isArray(raw))
    return { steps: [], problems: [`${name} : une liste d’étapes est attendue.`] }

  const steps: Step[] = []
  const problems: string[] = []
  raw.forEach((entry: unknown, index) => {
    const node = document.getIn([index], true)
    const offset = isRanged(node) ? node.range[0] : 0
    const at = `${name}, ligne ${lines.linePos(offset).line}`
    const parsed = step.safeParse(entry)
    if (!parsed.success) {
      problems.push(
        ...parsed.error.issues.map((i) => `${at} : ${i.path.join('.') || 'étape'} : ${i.message}`),
      )
      return
    }
    if (!isStepId(parsed.data.id)) {
      problems.push(`${at} : l’étape « ${parsed.data.id} » n’est demandée par personne.`)
    }
    problems.push(...checkStep(parsed.data).map((problem) => `${at} : ${problem}`))
    steps.push(parsed.data)
  })
  return { steps, problems }
}

function missingSteps(steps: readonly Step[]): string[] {
  const counts = new Map<string, number>()
  for (const { id } of steps) counts.set(id, (counts.get(id) ?? 0) + 1)
  return [
    ...stepIds.filter((id) => !counts.has(id)).map((id) => `Il manque l’étape « ${id} ».`),
    ...[...counts]
      .filter(([, n]) => n > 1)
      .map(([id]) => `L’étape « ${id} » est écrite deux fois.`),
  ]
}

function isStepId(id: string): id is StepId {
  return stepIds.some((known) => known === id)
}

function isRanged(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
}

/** The wordings of a step for one kind of experience, or the general ones. */
export function wordingsOf(
  found: Step,
  address: 'tu' | 'vous',
  kind?: ExperienceKind,
): readonly string[] {
  const general = address === 'vous' ? (found.vous ?? found.tu) : found.tu
  return (kind && found.kinds?.[kind]) || general
}
