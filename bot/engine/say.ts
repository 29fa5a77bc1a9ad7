import { type Dialogue, wordingsOf } from '#bot/dialogue/dialogue.ts'
import type { Step } from '#bot/dialogue/step.ts'
import type { StepId } from '#bot/dialogue/steps.ts'
import type { ExperienceKind } from '#portfolio/experience.ts'

export type Values = Readonly<Record<string, string>>

export type Wording = {
  readonly address: 'tu' | 'vous'
  readonly kind?: ExperienceKind | undefined
  /** How often this step was said: another wording each time. */
  readonly tries: number
  readonly values?: Values
  /** Sentences that must not come again now. */
  readonly avoid: readonly string[]
}

/** Words a step. Throws when the dialogue lacks it: a dialogue is checked at start, so we are wrong. */
export function wordStep(dialogue: Dialogue, id: StepId, wording: Wording) {
  const step = stepOf(dialogue, id)
  const filled = wordingsOf(step, wording.address, wording.kind).map((text) =>
    fill(text, wording.values ?? {}),
  )
  const turned = filled.map((_, i) => filled[(i + wording.tries) % filled.length] ?? '')
  return {
    text: turned.find((text) => !wording.avoid.includes(text)) ?? turned[0] ?? '',
    choices: step.choices ?? [],
  }
}

function stepOf(dialogue: Dialogue, id: StepId): Step {
  const step = dialogue.get(id)
  if (!step) throw new Error(`the dialogue has no step "${id}"`)
  return step
}

function fill(text: string, values: Values): string {
  return text.trim().replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}
