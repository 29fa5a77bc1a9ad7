import type { Counsellor } from '#bot/ports/accounts.ts'
import type { AuditEntry } from '#bot/ports/audit-log.ts'
import { type Html, html } from '../html.ts'
import { momentWords } from '../words/dates.ts'

/** What each action of the audit log means to the person. Actions of other rooms read as the last one. */
const actions: Readonly<Record<string, string>> = {
  'read-draft': 'a lu ton dossier',
  'read-thread': 'a lu tes messages',
  'read-file': 'a ouvert ton CV',
  wrote: 't’a écrit',
  'took-over': 'a repris la conversation',
  'handed-back': 'a rendu la conversation au robot',
  'acknowledged-alert': 'a vu une alerte et s’en occupe',
  'accepted-all': 'a accepté des lignes de ton dossier',
  'decided-accept': 'a accepté une ligne de ton dossier',
  'decided-refuse': 'a écarté une ligne de ton dossier',
  'decided-edit-line': 'a modifié une ligne de ton dossier',
  'decided-edit-skill': 'a modifié une compétence de ton dossier',
  'decided-undo': 'est revenu sur une décision',
  'decided-ask': 't’a posé une question',
  approved: 'a validé ton CV',
  'opened-cv': 'a ouvert ton CV par le lien',
  'downloaded-cv': 'a téléchargé ton CV par le lien',
  'opened-space': 'as ouvert ton espace',
  'linked-chat': 'as continué dans le chat',
  'took-data': 'as pris tes données',
  'asked-erasure': 'as demandé l’effacement',
}

const shown = 50

/** Who did what with somebody’s record, newest first, the same thing within an hour said once. */
export function auditList(
  entries: readonly AuditEntry[],
  colleagues: readonly Counsellor[],
  now: Date,
): Html {
  const names = new Map(colleagues.map(({ id, name }) => [id, name]))
  const lines = entries.toReversed().map(({ at, actor, action }) => ({
    at,
    words: `${actorWords(actor, names)} ${actions[action] ?? 'a fait une opération sur ton dossier'}`,
  }))
  const kept = lines.filter((line, index) => !isSaidJustAfter(lines, index, line))
  if (kept.length === 0) return html`<p class="empty">Personne n’a encore lu.</p>`
  return html`<ul class="plain-list reads">
    ${kept.slice(0, shown).map(({ at, words }) => html`<li><span>${words}</span>${' '}<span class="soft">${momentWords(at, now)}</span></li>`)}
  </ul>`
}

type Line = { readonly at: Date; readonly words: string }

function isSaidJustAfter(lines: readonly Line[], index: number, line: Line): boolean {
  const later = lines.slice(0, index).findLast((other) => other.words === line.words)
  return later !== undefined && later.at.getTime() - line.at.getTime() < 3_600_000
}

function actorWords(actor: string, names: ReadonlyMap<string, string>): string {
  if (actor === 'person') return 'Tu'
  if (actor === 'link') return 'Quelqu’un'
  return names.get(actor) ?? 'Le service'
}
