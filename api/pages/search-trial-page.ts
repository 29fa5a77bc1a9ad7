import type { Linked } from '#bot/ports/skill-search.ts'
import { type DeskView, deskLayout } from './conseil/desk-layout.ts'
import { csrfField, fieldError } from './form-parts.ts'
import { type Html, html } from './html.ts'
import type { SearchStatus } from './page-deps.ts'
import { searchFacts } from './search-facts.ts'
import { trialResult } from './trial-result.ts'
import { figure } from './words/labels.ts'

export type SearchTrial = {
  /** What was typed; empty at first. */
  readonly text: string
  /** In UTF-16 units. */
  readonly longest: number
  readonly search: SearchStatus
  /** What to correct, in French. Nothing was searched. */
  readonly problem?: string
  readonly found?: { readonly linked: Linked; readonly ms: number }
}

/** A text of one’s own, and what the search finds in it. */
export function searchTrialPage(view: DeskView, trial: SearchTrial): string {
  const { text, found, search } = trial
  return deskLayout(view, {
    title: 'Essayer la recherche',
    main: html`<div>
      <p class="crumb"><a href="/admin">Administration</a></p>
      <h1>Essayer la recherche</h1>
      <div class="trial">
        ${textForm(view, trial)}
        <section class="card" aria-labelledby="moteur-titre">
          <h2 id="moteur-titre">Ce qui cherche</h2>
          ${searchFacts(search)}
        </section>
      </div>
      ${found && trialResult(text, found.linked, found.ms)}
    </div>`,
  })
}

/** No `maxlength`: a browser would cut a long text without a word. */
function textForm({ csrf }: DeskView, { text, longest, problem }: SearchTrial): Html {
  return html`<form class="card" method="post" action="/admin/recherche#resultat">
    ${csrfField(csrf)}
    <div class="field">
      <label for="text">Ce qu’une personne pourrait raconter</label>
      <textarea id="text" name="text" rows="7" required autocomplete="off" aria-invalid=${problem && 'true'} aria-describedby=${problem ? 'text-error text-hint' : 'text-hint'}>${text}</textarea>
      ${fieldError('text-error', problem)}
      <p class="field-hint" id="text-hint">En français, bien écrit ou non : ${figure(longest)} signes au plus. Raconte ne garde pas ce texte ; n’y mettez tout de même ni nom ni numéro.</p>
    </div>
    <button class="primary">Chercher</button>
  </form>`
}
