import type { Mail } from '#bot/ports/mail.ts'
import { type Html, html } from './html.ts'
import { layout } from './layout.ts'
import { momentWords } from './words/dates.ts'

/** Mails that would have left if `SMTP_URL` were set, newest first. */
export function mailboxPage(mails: readonly Mail[], now: Date): string {
  return layout({
    title: 'Courrier',
    home: '/conseil',
    nav: [
      { href: '/conseil', label: 'Espace conseil' },
      { href: '/courrier', label: 'Courrier', isHere: true },
    ],
    main: html`<div>
      <h1>Courrier</h1>
      <p class="soft">Aucun serveur de mail n’est réglé (SMTP_URL). Les messages restent ici, sur cette machine.</p>
      ${mails.length === 0 && html`<p class="empty">Aucun message. Le lien de connexion de l’espace conseil arrivera ici.</p>`}
      ${mails.map(
        (mail) => html`<article class="card">
          <h2 class="mail-subject">${mail.subject}</h2>
          <p class="soft">À ${mail.to}, ${momentWords(mail.createdAt, now)}</p>
          <p class="mail-text">${withLinks(mail.text)}</p>
        </article>`,
      )}
    </div>`,
  })
}

/** Web addresses become links; everything else stays text. */
function withLinks(text: string): Html[] {
  return text
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/)
    .map((part, index) => (index % 2 === 1 ? html`<a href=${part}>${part}</a>` : part))
}
