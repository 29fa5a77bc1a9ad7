import { csrfField } from '../form-parts.ts'
import { html } from '../html.ts'
import { layout } from '../layout.ts'

/** Asks for the e-mail address. `wrongEmail` is what was typed when it is no address. */
export function loginPage({
  csrf,
  wrongEmail,
  isLinkDead,
}: {
  readonly csrf: string
  readonly wrongEmail?: string
  readonly isLinkDead?: boolean
}): string {
  const isWrong = wrongEmail !== undefined
  return layout({
    title: isWrong ? 'Erreur – Connexion' : 'Connexion',
    home: '/conseil',
    main: html`<div class="narrow">
      <h1>Espace conseil</h1>
      ${
        isLinkDead &&
        html`<div class="notice bad" role="alert"><p>Ce lien a déjà servi ou a expiré. Demandez-en un nouveau ci-dessous.</p></div>`
      }
      <p class="soft">Pour les conseillères et conseillers. Vous recevez un lien par e-mail, sans mot de passe.</p>
      <form method="post" action="/conseil/connexion" class="card" novalidate>
        ${csrfField(csrf)}
        <div class="field">
          <label for="email">Adresse e-mail professionnelle</label>
          <input id="email" name="email" type="email" autocomplete="email" required maxlength="200" value=${wrongEmail ?? ''}
            aria-invalid=${isWrong ? 'true' : undefined} aria-describedby=${isWrong ? 'email-error' : undefined} />
          ${
            isWrong &&
            html`<p class="field-error" id="email-error">Cette adresse est incomplète. Exemple : prenom.nom@mission-locale.fr</p>`
          }
        </div>
        <button class="primary">Recevoir le lien</button>
      </form>
    </div>`,
  })
}

/** The same words for a known and an unknown address. */
export function loginSentPage(minutes: number, hasMailbox: boolean): string {
  return layout({
    title: 'Lien envoyé',
    home: '/conseil',
    main: html`<div class="narrow">
      <h1>Regardez vos e-mails</h1>
      <p>Si un compte existe à cette adresse, un lien vient de partir. Il est valable ${minutes} minutes et sert une seule fois.</p>
      ${hasMailbox && html`<p><a class="button" href="/courrier">Ouvrir la boîte de démonstration</a></p>`}
      <p><a href="/conseil/connexion">Saisir une autre adresse</a></p>
    </div>`,
  })
}

/** Shown when the link is opened; only the button uses it up. */
export function enterPage({
  csrf,
  token,
}: {
  readonly csrf: string
  readonly token: string
}): string {
  return layout({
    title: 'Entrer',
    home: '/conseil',
    main: html`<div class="narrow">
      <h1>Espace conseil</h1>
      <p>Ce lien vous est personnel et sert une seule fois.</p>
      <form method="post" action=${`/conseil/entrer/${encodeURIComponent(token)}`}>
        ${csrfField(csrf)}
        <button class="primary">Entrer dans l’espace conseil</button>
      </form>
    </div>`,
  })
}
