import type { Draft } from '#portfolio/cv.ts'
import { isSuggestion, obstacles, waiting } from '#portfolio/review-draft.ts'
import { csrfField, hidden } from '../form-parts.ts'
import { type Html, html } from '../html.ts'
import { count } from '../words/labels.ts'

/** How far the review is, and the two actions on the whole draft. Stays at the bottom of the screen. */
export function approveBar(draft: Draft, csrf: string): Html {
  const pending = waiting(draft).length
  const suggested = draft.items.filter(isSuggestion).length
  const all = draft.items.length - suggested
  const asked = draft.items.filter((item) => item.verdict === 'asked').length
  const decided = all - pending - asked
  const address = `/conseil/dossiers/${encodeURIComponent(draft.id)}`
  return html`<div class="approve-bar">
    <div class="grow">
      <label for="avancement">${count(decided, 'élément décidé', 'éléments décidés')} sur ${all}</label>
      <progress id="avancement" max=${Math.max(1, all)} value=${decided}></progress>
      <p id="manque" class="soft" aria-live="polite">${missing(draft, pending, asked)}${suggested > 0 && ` ${count(suggested, 'suggestion')} à part, à votre choix.`}</p>
    </div>
    ${
      draft.status === 'approved'
        ? html`<a class="button" href=${`/conseil/personnes/${encodeURIComponent(draft.personId)}#cv`}>Voir le CV</a>`
        : html`<div class="row">
          ${
            pending > 0 &&
            html`<form method="post" action=${`${address}/tout-accepter`} data-swap>
              ${csrfField(csrf)}${hidden('version', draft.version)}
              <button>Tout accepter (${pending})</button>
            </form>`
          }
          <form method="post" action=${`${address}/valider`} data-swap>
            ${csrfField(csrf)}${hidden('version', draft.version)}
            <button class="primary" disabled=${obstacles(draft).length > 0} aria-describedby="manque">Valider le CV</button>
          </form>
        </div>`
    }
  </div>`
}

function missing(draft: Draft, pending: number, asked: number): string {
  if (draft.status === 'approved')
    return 'CV validé. Une nouvelle décision rouvre le dossier ; le CV en ligne ne change pas avant la prochaine validation.'
  const left = [
    pending > 0 && `${count(pending, 'élément')} à décider`,
    asked > 0 && `${count(asked, 'question')} sans réponse (annulez-la pour ne pas attendre)`,
  ].filter(Boolean)
  if (left.length > 0) return `Avant de valider : ${left.join(', ')}.`
  if (obstacles(draft).includes('empty'))
    return 'Avant de valider : il faut garder au moins une ligne de CV.'
  return 'Tout est décidé. Le CV peut être validé.'
}
