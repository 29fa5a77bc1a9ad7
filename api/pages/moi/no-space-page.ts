import { html } from '../html.ts'
import { layout } from '../layout.ts'

const titles = {
  none: 'Mon espace',
  expired: 'Ce lien n’est plus valable',
  unknown: 'Ce lien ne marche pas',
} as const

/** How to get a link, for somebody who has none that works. */
export function noSpacePage(why: keyof typeof titles): string {
  return layout({
    title: titles[why],
    main: html`<div>
      <h1>${titles[why]}</h1>
      <p>${
        why === 'none'
          ? 'Ici tu vois tout ce que Raconte garde sur toi. Il faut un lien, rien qu’à toi.'
          : 'Pas grave : tu peux en avoir un autre tout de suite.'
      }</p>
      <div class="card">
        <h2>Pour avoir ton lien</h2>
        <ul class="steps">
          <li><strong>Par SMS</strong> : envoie <strong>MOI</strong> au numéro qui t’écrit.</li>
          <li><strong>Dans le chat</strong> : écris <strong>MOI</strong>.</li>
        </ul>
        <p><a class="button primary" href="/">Ouvrir le chat</a></p>
      </div>
      <p class="soft">Ne donne ton lien à personne : il ouvre ton espace.</p>
    </div>`,
  })
}
