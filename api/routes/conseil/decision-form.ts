import { z } from 'zod'
import type { DraftItem } from '#portfolio/cv.ts'
import type { Decision } from '#portfolio/review-draft.ts'
import type { FormProblem } from '../../pages/conseil/review-view.ts'

const words = (max: number) => z.string().trim().max(max).default('')

/** One decision as the review page posts it. Fields of the other forms are absent. */
export const decisionForm = z.object({
  version: z.coerce.number().int(),
  item: z.string().max(300),
  kind: z.enum(['accept', 'refuse', 'ask', 'edit', 'replace', 'undo']),
  picked: words(300),
  written: words(300),
  heading: words(120),
  place: words(80),
  period: words(60),
  actions: words(1000),
  label: words(120),
  q: words(120),
  code: words(40),
})

export type DecisionForm = z.infer<typeof decisionForm>

/** What the form decides, or what the counsellor must correct first. `replace` needs a search: see its route. */
export function readDecision(
  form: DecisionForm,
  item: DraftItem,
): { readonly decision: Decision } | { readonly problem: FormProblem } {
  const wrong = (where: FormProblem['form'], message: string) => ({
    problem: { itemId: item.id, form: where, message, typed: typedWords(form) },
  })
  const sentence = form.written || form.picked

  switch (form.kind) {
    case 'accept':
    case 'undo':
      return { decision: { kind: form.kind } }
    case 'refuse':
      if (!sentence) return wrong('refuse', 'Choisissez un motif ou écrivez-en un.')
      return { decision: { kind: 'refuse', reason: sentence } }
    case 'ask':
      if (!sentence) return wrong('ask', 'Choisissez une question ou écrivez-en une.')
      return { decision: { kind: 'ask', question: sentence } }
    case 'edit':
    case 'replace':
      return item.type === 'line' ? readLine(form, wrong) : readLabel(form, wrong)
  }
}

type Wrong = (where: FormProblem['form'], message: string) => { readonly problem: FormProblem }

function readLine(form: DecisionForm, wrong: Wrong) {
  const { heading, place, period } = form
  const actions = form.actions
    .split('\n')
    .map((action) => action.trim())
    .filter(Boolean)
  if (!heading) return wrong('edit', 'L’intitulé ne peut pas être vide.')
  if (actions.length > 6) return wrong('edit', 'Six actions au plus : il faut en retirer.')
  return { decision: { kind: 'edit-line', heading, place, period, actions } } as const
}

function readLabel({ label }: DecisionForm, wrong: Wrong) {
  if (!label) return wrong('edit', 'Les mots du CV ne peuvent pas être vides.')
  return { decision: { kind: 'edit-skill', cvLabel: label } } as const
}

function typedWords({ picked, written, heading, place, period, actions, label }: DecisionForm) {
  return { picked, written, heading, place, period, actions, label }
}
