import type { OpenAlert } from '#bot/ports/alerts.ts'
import { csrfField } from '../form-parts.ts'
import { type Html, html } from '../html.ts'
import { momentWords } from '../words/dates.ts'
import type { DeskView } from './desk-layout.ts'

const levels: Readonly<Record<OpenAlert['level'], string>> = {
  3: 'Danger immédiat possible',
  2: 'Détresse',
  1: 'Signe de mal-être',
}

/** Alerts nobody has taken yet, gravest first. The message itself is on the person’s page. */
export function alertList(alerts: readonly OpenAlert[], { csrf, now }: DeskView): Html {
  if (alerts.length === 0) return null
  const ordered = alerts.toSorted((a, b) => b.level - a.level || a.at.getTime() - b.at.getTime())
  return html`<section class="alerts" aria-labelledby="alertes-titre">
    <h2 id="alertes-titre">Alertes</h2>
    <ul class="plain-list">
      ${ordered.map(
        (alert) => html`<li class=${`alert alert-${alert.level}`}>
          <div>
            <strong>${levels[alert.level]}</strong>${' '}
            <span>${alert.firstName ?? 'Sans prénom'}, ${momentWords(alert.at, now)}</span>
          </div>
          <div class="row">
            <a class="button" href=${`/conseil/personnes/${encodeURIComponent(alert.personId)}#${encodeURIComponent(alert.messageId)}`}>Lire le message</a>
            <form method="post" action=${`/conseil/alertes/${encodeURIComponent(alert.id)}/prise-en-charge`}>
              ${csrfField(csrf)}
              <button class="primary">Je m’en occupe</button>
            </form>
          </div>
        </li>`,
      )}
    </ul>
  </section>`
}
