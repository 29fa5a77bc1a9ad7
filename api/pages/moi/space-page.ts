import type { Counsellor } from '#bot/ports/accounts.ts'
import type { AuditEntry } from '#bot/ports/audit-log.ts'
import type { ThreadMessage } from '#bot/ports/message.ts'
import { told } from '#portfolio/field.ts'
import type { PortfolioRecord } from '#portfolio/record.ts'
import { cvLinks } from '../cv-links.ts'
import { csrfField } from '../form-parts.ts'
import { type Html, html } from '../html.ts'
import type { KeptCv } from '../kept-cv.ts'
import { layout } from '../layout.ts'
import { threadList } from '../thread-list.ts'
import { auditList } from './audit-list.ts'
import { experienceCards } from './experience-cards.ts'
import { spaceNav } from './space-nav.ts'

export type SpaceContent = {
  readonly record: PortfolioRecord | undefined
  readonly messages: readonly ThreadMessage[]
  readonly reads: readonly AuditEntry[]
  readonly colleagues: readonly Counsellor[]
  readonly cv: KeptCv | undefined
  readonly now: Date
  readonly csrf: string
}

/** Everything we keep about somebody, said to them. */
export function spacePage(content: SpaceContent): string {
  const { record, messages, reads, colleagues, cv, now, csrf } = content
  const firstName = record && told(record.firstName)
  return layout({
    title: 'Mon espace',
    nav: spaceNav,
    main: html`<div class="space">
      <h1>${firstName ? `Bonjour ${firstName}` : 'Mon espace'}</h1>
      <p class="soft">Voici tout ce que Raconte garde sur toi. C’est à toi : tu peux le lire, le prendre, l’effacer.</p>
      <section id="cv" aria-labelledby="cv-titre">
        <h2 id="cv-titre">Mon CV</h2>
        ${cv ? cvLinks('/moi', cv.formats) : html`<p class="empty">Pas encore de CV. Il arrive ici dès que ton conseiller l’a validé.</p>`}
      </section>
      <section id="experiences" aria-labelledby="experiences-titre">
        <h2 id="experiences-titre">Ce que j’ai fait, ce que je sais faire</h2>
        ${experienceCards(record)}
      </section>
      <section id="infos" aria-labelledby="infos-titre">
        <h2 id="infos-titre">Mes infos</h2>
        ${facts(record)}
      </section>
      <section id="messages" aria-labelledby="messages-titre">
        <h2 id="messages-titre">Mes messages</h2>
        <details class="fold">
          <summary>Voir mes messages</summary>
          ${threadList(messages, {
            names: { person: 'Moi', robot: 'Robot', counsellor: 'Conseil' },
            now,
            hasDelivery: false,
          })}
        </details>
      </section>
      <section id="ailleurs" aria-labelledby="ailleurs-titre">
        <h2 id="ailleurs-titre">Continuer ici</h2>
        <p>La même conversation, dans le chat de ce navigateur. Ce que tu as déjà dit est gardé.</p>
        <form method="post" action="/moi/chat">
          ${csrfField(csrf)}
          <button class="primary">Continuer sur ce navigateur</button>
        </form>
        <p class="soft">À éviter sur un ordinateur partagé.</p>
      </section>
      <section id="acces" aria-labelledby="acces-titre">
        <h2 id="acces-titre">Qui a lu</h2>
        ${auditList(reads, colleagues, now)}
      </section>
      <section id="donnees" aria-labelledby="donnees-titre">
        <h2 id="donnees-titre">Mes données</h2>
        <p>Un fichier avec tout, lisible par d’autres outils.</p>
        <p class="row">
          <a class="button" href="/moi/donnees.json">Prendre mes données</a>
          <a class="button" href="/moi/effacer">Tout effacer…</a>
        </p>
      </section>
    </div>`,
  })
}

function facts(record: PortfolioRecord | undefined): Html {
  const all = [
    ['Prénom', record && told(record.firstName)],
    ['Nom', record && told(record.lastName)],
    ['Ville', record && told(record.town)],
    ['Téléphone', record && told(record.phone)],
    ['E-mail', record && told(record.email)],
  ] as const
  const kept = all.filter(([, value]) => value)
  if (kept.length === 0) return html`<p class="empty">Rien pour le moment.</p>`
  return html`<dl class="facts">${kept.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`
}
