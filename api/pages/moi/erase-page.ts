import { csrfField, errorAttributes, fieldError } from '../form-parts.ts'
import { html } from '../html.ts'
import { layout } from '../layout.ts'

/** Asks once more, and says what goes and what stays. */
export function erasePage({
  csrf,
  isUnsure,
}: {
  readonly csrf: string
  readonly isUnsure?: boolean
}): string {
  const problem = isUnsure ? 'Coche la case pour confirmer.' : undefined
  return layout({
    title: isUnsure ? 'Erreur – Tout effacer' : 'Tout effacer',
    main: html`<div class="narrow">
      <h1>Tout effacer ?</h1>
      <p>Tes messages, tes expériences, ton CV et ses liens partent pour toujours. Personne ne peut les retrouver.</p>
      <p>Si tu as envoyé STOP, on garde une preuve sans ton numéro, pour ne plus jamais t’écrire.</p>
      <p>Tu peux d’abord <a href="/moi/donnees.json">prendre tes données</a>.</p>
      <form method="post" action="/moi/effacer" class="card">
        ${csrfField(csrf)}
        <div class="field">
          <label class="choice"><input type="checkbox" name="sure" value="oui" ...${errorAttributes('sure-error', problem)} />Oui, efface tout</label>
          ${fieldError('sure-error', problem)}
        </div>
        <p class="row"><button class="danger">Effacer pour toujours</button><a class="button" href="/moi">Non, je garde</a></p>
      </form>
    </div>`,
  })
}

export function erasureAskedPage(): string {
  return layout({
    title: 'C’est demandé',
    main: html`<div class="notice-page">
      <h1>C’est demandé</h1>
      <p>Tout s’efface dans les minutes qui viennent. Ton lien ne marchera plus.</p>
      <p>Si tu écris de nouveau un jour, on repart de zéro.</p>
    </div>`,
  })
}
