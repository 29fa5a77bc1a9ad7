import type { DraftItem } from '#portfolio/cv.ts'
import { errorAttributes, fieldError } from '../form-parts.ts'
import { type Html, html } from '../html.ts'
import { typeset } from '../words/typeset.ts'
import { decisionAddress, decisionFields } from './decision-fields.ts'
import type { ReviewView } from './review-view.ts'

const reasons = [
  'Ses mots ne suffisent pas à le prouver',
  'Déjà dit ailleurs dans le CV',
  'Ne va pas avec ce CV',
  'La personne ne souhaite pas le montrer',
]

const questions: Readonly<Record<DraftItem['type'], readonly string[]>> = {
  line: [
    'C’était où ?',
    'C’était quand, et combien de temps ?',
    'Raconte une journée là-bas : tu faisais quoi en premier ?',
  ],
  skill: [
    'Tu peux donner un exemple ?',
    'Tu le faisais avec quelqu’un à côté, ou sans aide ?',
    'C’était souvent, ou une fois de temps en temps ?',
  ],
}

/** Refusing needs a reason: the person may read it. */
export function refuseForm(item: DraftItem, view: ReviewView, anchor: string): Html {
  return pickOrWrite(item, view, anchor, {
    kind: 'refuse',
    summary: 'Refuser',
    legend: 'Pourquoi ?',
    choices: reasons,
    label: 'Autre motif',
    hint: 'La personne peut lire ce motif.',
    send: 'Refuser',
  })
}

/** The question goes to the person where they last wrote, in the `tu` of the conversation. */
export function askForm(item: DraftItem, view: ReviewView, anchor: string): Html {
  return pickOrWrite(item, view, anchor, {
    kind: 'ask',
    summary: 'Demander',
    legend: 'Question à la personne',
    choices: questions[item.type],
    label: 'Autre question',
    hint: 'Elle part par SMS ou dans le chat : une seule question, en moins de 160 signes.',
    send: 'Envoyer la question',
  })
}

type Words = {
  readonly kind: 'refuse' | 'ask'
  readonly summary: string
  readonly legend: string
  readonly choices: readonly string[]
  readonly label: string
  readonly hint: string
  readonly send: string
}

/** Canned sentences and a free one. A written sentence wins over a picked one. */
function pickOrWrite(item: DraftItem, view: ReviewView, anchor: string, words: Words): Html {
  const { kind, summary, legend, choices, label, hint, send } = words
  const problem =
    view.problem?.itemId === item.id && view.problem.form === kind ? view.problem : undefined
  const id = `${anchor}-${kind}`
  return html`<details data-do=${kind} open=${problem !== undefined}>
    <summary>${summary}</summary>
    <form method="post" action=${decisionAddress(view)} data-swap>
      ${decisionFields(item, view, kind)}
      <fieldset>
        <legend>${legend}</legend>
        ${choices.map(
          (choice) =>
            html`<label class="choice"><input type="radio" name="picked" value=${choice} checked=${problem?.typed.picked === choice} />${typeset(choice)}</label>`,
        )}
      </fieldset>
      <div class="field">
        <label for=${id}>${label}</label>
        <textarea id=${id} name="written" rows="2" maxlength="300" ...${errorAttributes(`${id}-error`, problem?.message)}>${problem?.typed.written ?? ''}</textarea>
        ${fieldError(`${id}-error`, problem?.message)}
        <p class="field-hint">${hint}</p>
      </div>
      <button class="primary">${send}</button>
    </form>
  </details>`
}
