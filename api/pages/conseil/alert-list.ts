import type { OpenAlert } from '#bot/ports/alerts.ts'
import type { ThreadMessage } from '#bot/ports/message.ts'
import { csrfField } from '../form-parts.ts'
import { type Html, html } from '../html.ts'
import { momentWords, sinceWords } from '../words/dates.ts'
import { typeset } from '../words/typeset.ts'
import type { DeskView } from './desk-layout.ts'

/** An alert with what the robot answered at once, so that a counsellor knows what the person has read. */
export type ShownAlert = OpenAlert & { readonly told: readonly string[] }

const levels: Readonly<Record<OpenAlert['level'], string>> = {
  3: 'Danger immédiat possible',
  2: 'Détresse',
  1: 'Signe de mal-être',
}

const kinds: Readonly<Record<string, string>> = {
  suicide: 'idées suicidaires',
  violence: 'violences',
  'sexual-violence': 'violences sexuelles',
  child: 'enfant en danger',
  medical: 'urgence médicale',
  weapon: 'arme',
  homeless: 'sans endroit où dormir',
}

/** Alerts that are a request: the level alone would say something else. */
const requests: Readonly<Record<string, string>> = {
  'call-back': 'Accepte d’être rappelé par un conseiller',
  'human-asked': 'Demande à parler à un conseiller',
}

/** Alerts nobody has taken yet, gravest first. The message itself is on the person’s page. */
export function alertList(alerts: readonly ShownAlert[], view: DeskView): Html {
  if (alerts.length === 0) return null
  const ordered = alerts.toSorted((a, b) => b.level - a.level || a.at.getTime() - b.at.getTime())
  return html`<section class="alerts" aria-labelledby="alertes-titre">
    <h2 id="alertes-titre">${alerts.length > 1 ? `${alerts.length} alertes` : 'Une alerte'}</h2>
    <ul class="plain-list">${ordered.map((alert) => alertRow(alert, view))}</ul>
  </section>`
}

/** What the robot said between the alarming message and the person’s next one. */
export function toldAfter(thread: readonly ThreadMessage[], messageId: string): string[] {
  const rest = thread.slice(thread.findIndex(({ id }) => id === messageId) + 1)
  const next = rest.findIndex(({ author }) => author === 'person')
  const replies = next === -1 ? rest : rest.slice(0, next)
  return replies.filter(({ author }) => author === 'robot').map(({ text }) => text)
}

function alertRow(alert: ShownAlert, { csrf, now }: DeskView): Html {
  const thread = `/conseil/personnes/${encodeURIComponent(alert.personId)}#${encodeURIComponent(alert.messageId)}`
  return html`<li class=${`alert alert-${alert.level}`}>
    <div class="alert-words">
      <p><span class="badge alert-level">Niveau ${alert.level} sur 3</span>${' '}<strong>${title(alert)}</strong></p>
      <p><strong>${alert.firstName ?? 'Sans prénom'}</strong>, ${sinceWords(alert.at, now)}${' '}<span class="soft">(${momentWords(alert.at, now)})</span></p>
      <p class="soft">${
        alert.told.length > 0
          ? html`Le robot lui a répondu : ${alert.told.map((words) => html`<q>${typeset(words)}</q> `)}`
          : 'Le robot n’a pas encore répondu.'
      }</p>
    </div>
    <div class="row">
      <a class="button" href=${thread}>Lire la conversation</a>
      <form method="post" action=${`/conseil/alertes/${encodeURIComponent(alert.id)}/prise-en-charge`}>
        ${csrfField(csrf)}
        <button class="primary">Je m’en occupe</button>
      </form>
    </div>
  </li>`
}

function title({ level, kind }: OpenAlert): string {
  const about = kinds[kind]
  return requests[kind] ?? (about ? typeset(`${levels[level]} : ${about}`) : levels[level])
}
