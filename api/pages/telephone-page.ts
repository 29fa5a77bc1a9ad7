import { assetUrl } from './assets.ts'
import { arrow } from './chat-page.ts'
import { html } from './html.ts'
import { layout } from './layout.ts'

/** A telephone drawn on the page: the SMS channel of an installation without Twilio. */
export function telephonePage(): string {
  return layout({
    title: 'Téléphone',
    shape: 'phone',
    script: assetUrl('telephone.browser.js'),
    nav: [
      { href: '/', label: 'Chat' },
      { href: '/telephone', label: 'Téléphone', isHere: true },
    ],
    main: html`<div class="telephone-page">
      <noscript><p class="notice">Le téléphone dessiné a besoin de JavaScript, et il est coupé dans ce navigateur.</p></noscript>
      <div class="telephone" data-telephone hidden>
        <div class="handset">
          <div class="screen">
            <p class="screen-head"><strong>Raconte</strong><span data-shown-number></span></p>
            <div class="log" data-log role="log" aria-label="SMS" aria-live="polite" tabindex="0"></div>
            <p class="chat-state" data-state role="status"></p>
            <form class="composer" data-write>
              <label class="visually-hidden" for="sms">Ton SMS</label>
              <textarea id="sms" rows="1" maxlength="1600" placeholder="SMS" autocomplete="off"></textarea>
              <button class="primary send" aria-label="Envoyer">${arrow()}</button>
            </form>
          </div>
        </div>
        <aside class="telephone-side">
          <h1>Un téléphone pour essayer</h1>
          <p>Twilio n’est pas réglé : les SMS passent par ici. Le chemin est le même qu’avec un vrai téléphone, et chaque message dit combien de SMS il coûterait.</p>
          <form data-choose class="card">
            <label for="numero">Numéro de cet essai</label>
            <div class="row">
              <span class="prefix">+33 6 39 98</span>
              <input id="numero" data-number inputmode="numeric" pattern="[0-9]{4}" maxlength="4" required aria-describedby="numero-aide" />
              <button>Utiliser</button>
            </div>
            <p class="field-hint" id="numero-aide">Quatre chiffres. Un autre numéro, c’est une autre personne. Ces numéros n’appartiennent à personne.</p>
            <button type="button" class="quiet" data-random>Un numéro au hasard</button>
          </form>
        </aside>
      </div>
    </div>`,
  })
}
