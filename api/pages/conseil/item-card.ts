import type { DraftItem, DraftLine, DraftSkill, Verdict } from '#portfolio/cv.ts'
import { isSuggestion } from '#portfolio/review-draft.ts'
import { type Html, html } from '../html.ts'
import { momentWords } from '../words/dates.ts'
import { authorWords, levelWords, scoreWords, verdictWords } from '../words/labels.ts'
import { printed, typeset } from '../words/typeset.ts'
import { askForm, refuseForm } from './answer-forms.ts'
import { decisionAddress, decisionFields } from './decision-fields.ts'
import { editForm } from './edit-form.ts'
import type { ReviewView } from './review-view.ts'

const tones: Readonly<Record<Verdict, string>> = {
  pending: 'wait',
  asked: 'wait',
  accepted: 'good',
  edited: 'good',
  refused: 'bad',
}

/** One thing to decide on: what it says, why, what was decided, and every possible decision. */
export function itemCard(item: DraftItem, view: ReviewView): Html {
  const anchor = view.anchors.get(item.id) ?? ''
  return html`<article class=${`item verdict-${isSuggestion(item) ? 'suggestion' : item.verdict}`} id=${anchor} tabindex="-1" data-item data-verdict=${isSuggestion(item) ? 'suggestion' : item.verdict} aria-labelledby=${`${anchor}-titre`}>
    <div class="item-head">
      ${
        isSuggestion(item)
          ? html`<span class="badge">suggestion</span>`
          : html`<span class=${`badge ${tones[item.verdict]}`}>${verdictWords[item.verdict]}</span>`
      }
      ${item.type === 'skill' && html`<span class="soft">${scoreWords(item.score)}</span>`}
    </div>
    ${item.type === 'line' ? lineWords(item, anchor) : skillWords(item, anchor)}
    ${exchange(item)}
    ${actions(item, view, anchor)}
    ${history(item, view.now)}
  </article>`
}

function lineWords({ heading, place, period, actions: done }: DraftLine, anchor: string): Html {
  return html`<div class="cv-line">
    <h4 id=${`${anchor}-titre`}>${heading}</h4>
    <p class="soft">${[place, period].filter(Boolean).join(' · ') || 'Lieu et dates non dits'}</p>
    ${done.length > 0 && html`<ul>${done.map((action) => html`<li>${printed(action)}</li>`)}</ul>`}
  </div>`
}

function skillWords(
  { cvLabel, skill, reason, level, personSaid }: DraftSkill,
  anchor: string,
): Html {
  return html`<div>
    <h4 id=${`${anchor}-titre`}>${printed(cvLabel)}</h4>
    <p class="soft">Compétence ROME ${skill.code} : ${printed(skill.label)}</p>
    <p>${typeset(reason)}</p>
    <p class="soft">${level ? `Niveau dit : ${levelWords[level]}` : 'Niveau non dit'} · ${
      personSaid === 'confirmed'
        ? 'confirmé par la personne'
        : 'la personne n’a pas été interrogée ; imprimé seulement si vous acceptez'
    }</p>
  </div>`
}

function exchange({ verdict, remark, answer }: DraftItem): Html {
  if (answer)
    return html`<div class="notice good"><p class="soft">${remark}</p><p>Réponse : <q class="quote">${answer}</q></p></div>`
  if (verdict === 'asked') return html`<p>Question posée : <q>${remark}</q></p>`
  return verdict === 'refused' && remark ? html`<p>Motif : ${remark}</p>` : null
}

function actions(item: DraftItem, view: ReviewView, anchor: string): Html {
  const isOpen = item.verdict === 'pending' || item.verdict === 'asked'
  return html`<div class="item-actions">
    ${isOpen ? oneClick(item, view, 'accept', 'Accepter') : oneClick(item, view, 'undo', 'Annuler la décision')}
    ${editForm(item, view, anchor)}
    ${isOpen && refuseForm(item, view, anchor)}
    ${isOpen && askForm(item, view, anchor)}
    ${item.verdict === 'asked' && oneClick(item, view, 'undo', 'Ne plus attendre')}
  </div>`
}

function oneClick(item: DraftItem, view: ReviewView, kind: 'accept' | 'undo', label: string): Html {
  return html`<form method="post" action=${decisionAddress(view)} data-swap data-do=${kind}>
    ${decisionFields(item, view, kind)}
    <button class=${kind === 'accept' ? 'accept' : ''}>${label}</button>
  </form>`
}

function history(item: DraftItem, now: Date): Html {
  return html`<details class="history">
    <summary>Historique</summary>
    <ol>
      ${item.history.map(({ at, by, what }) => html`<li>${momentWords(at, now)}, ${authorWords[by]} : ${what}</li>`)}
    </ol>
  </details>`
}
