import { type Html, html } from '../html.ts'
import { typeset } from '../words/typeset.ts'

const keys = [
  ['j', 'élément suivant'],
  ['k', 'élément précédent'],
  ['a', 'accepter'],
  ['e', 'modifier'],
  ['r', 'refuser'],
  ['q', 'poser une question'],
  ['u', 'annuler une décision'],
  ['v', 'aller à « Valider le CV »'],
  ['?', 'ouvrir cette aide'],
  ['Échap', 'fermer'],
] as const

/** The keys of `desk.js`, and a switch for people whose tools send single letters. */
export function keyboardHelp(): Html {
  return html`<details class="keys" data-keys>
    <summary>Clavier</summary>
    <div class="keys-panel">
      <dl>${keys.map(([key, does]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${typeset(does)}</dd></div>`)}</dl>
      <label class="choice"><input type="checkbox" data-keys-on checked />Raccourcis actifs</label>
    </div>
  </details>`
}
