import { assetUrl } from './assets.ts'
import { type Html, html } from './html.ts'
import { layout } from './layout.ts'

/** The web chat. The conversation itself is drawn by `assets/chat.browser.js`, which speaks Direct Line. */
export function chatPage(): string {
  return layout({
    title: 'Raconte ce que tu as fait',
    shape: 'phone',
    script: assetUrl('chat.browser.js'),
    nav: [{ href: '/moi', label: 'Mon espace' }],
    main: html`<div class="chat-page">
      <div class="pitch">
        <h1>Raconte ce que tu as fait. On en fait un CV.</h1>
        <ol>
          <li>Tu racontes, avec tes mots. Les fautes, on s’en fiche.</li>
          <li>Le robot retrouve ce que tu sais faire.</li>
          <li>Ton conseiller relit, et tu reçois ton CV.</li>
        </ol>
        <p class="soft">Gratuit. Tu peux t’arrêter et revenir quand tu veux.</p>
      </div>
      <noscript><div class="notice chat-noscript">
        <p><strong>Le chat a besoin de JavaScript</strong>, et il est coupé dans ce navigateur.</p>
        <p>Tu peux faire la même chose par SMS : envoie BONJOUR au numéro que ta mission locale t’a donné.</p>
      </div></noscript>
      <div class="chat" data-chat hidden>
        <div class="chat-head">
          <p class="chat-who">Robot. Ton conseiller peut lire.</p>
          ${menu()}
        </div>
        <div class="log" data-log role="log" aria-label="Conversation" aria-live="polite" tabindex="0"></div>
        <div class="dots" data-dots hidden><span class="visually-hidden">Le robot écrit</span><i></i><i></i><i></i></div>
        <div class="chips" data-chips role="group" aria-label="Réponses proposées" hidden></div>
        <p class="chat-state" data-state role="status"></p>
        <form class="composer">
          <label class="visually-hidden" for="message">Ton message</label>
          <textarea id="message" rows="1" maxlength="20000" placeholder="Écris ici…" autocomplete="off" enterkeyhint="send"></textarea>
          <button class="primary send" aria-label="Envoyer">${arrow()}</button>
        </form>
        ${leaveDialog()}
      </div>
    </div>`,
  })
}

function menu(): Html {
  return html`<details class="menu">
    <summary aria-label="Options">${dotsIcon()}</summary>
    <div class="menu-panel">
      <button type="button" class="quiet" data-leave>Effacer de cet appareil et recommencer</button>
      <p class="soft">Pour tout effacer partout, écris EFFACER.</p>
    </div>
  </details>`
}

function leaveDialog(): Html {
  return html`<dialog aria-labelledby="partir">
    <form method="dialog">
      <h2 id="partir">Effacer de cet appareil ?</h2>
      <p>La conversation disparaît de ce téléphone ou de cet ordinateur, et une autre commence. Ton conseiller garde ce que tu as déjà raconté.</p>
      <p class="row"><button value="oui" class="primary">Effacer et recommencer</button><button value="non">Garder</button></p>
    </form>
  </dialog>`
}

export function arrow(): Html {
  return html`<svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"><path d="M12 19V5m-6 6 6-6 6 6" /></svg>`
}

function dotsIcon(): Html {
  return html`<svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" fill="currentColor"><circle cx="12" cy="5" r="2" /><circle cx="12" cy="12" r="2" /><circle cx="12" cy="19" r="2" /></svg>`
}
