import type { DraftCard } from '#bot/ports/drafts.ts'
import type { PersonCard } from '#bot/ports/people.ts'
import { type Html, html } from '../html.ts'
import { sinceWords } from '../words/dates.ts'
import { count } from '../words/labels.ts'
import { alertList, type ShownAlert } from './alert-list.ts'
import { type DeskView, deskLayout } from './desk-layout.ts'

export type InboxContent = {
  readonly alerts: readonly ShownAlert[]
  /** Of the structure, oldest first. */
  readonly drafts: readonly DraftCard[]
  /** Matching the search, without a draft yet. */
  readonly people: readonly PersonCard[]
  readonly search: string
}

/** What waits for a counsellor, most urgent first. */
export function inboxPage(
  view: DeskView,
  { alerts, drafts, people, search }: InboxContent,
): string {
  const groups = sorted(drafts)
  return deskLayout(view, {
    title: 'Dossiers',
    here: '/conseil',
    main: html`<div>
      <h1>Dossiers</h1>
      ${alertList(alerts, view)}
      <ul class="counts plain-list">
        ${tally('relire', groups.review.length, 'à relire')}
        ${tally('reponses', groups.answered.length, groups.answered.length < 2 ? 'réponse reçue' : 'réponses reçues')}
        ${tally('attente', groups.waiting.length, 'en attente')}
        ${tally('valides', groups.approved.length, groups.approved.length < 2 ? 'validé' : 'validés')}
      </ul>
      <div class="inbox">
        ${group('reponses', 'Réponses reçues', groups.answered, view.now)}
        ${group('relire', 'À relire', groups.review, view.now, 'Aucun dossier à relire pour le moment.')}
        ${group('attente', 'En attente d’une réponse', groups.waiting, view.now)}
        ${group('valides', 'Validés', groups.approved, view.now)}
      </div>
      ${peopleSection(people, search, view.now)}
    </div>`,
  })
}

function sorted(drafts: readonly DraftCard[]) {
  const isAnswered = (card: DraftCard) => card.status !== 'approved' && card.answered > 0
  const rest = drafts.filter((card) => !isAnswered(card))
  return {
    answered: drafts.filter(isAnswered),
    review: rest.filter((card) => card.status === 'in-review'),
    waiting: rest.filter((card) => card.status === 'changes-requested'),
    approved: rest.filter((card) => card.status === 'approved').toReversed(),
  }
}

function tally(id: string, n: number, words: string): Html {
  const shown = html`<strong>${n}</strong>${' '}${words}`
  return html`<li>${n === 0 ? html`<span>${shown}</span>` : html`<a href=${`#${id}`}>${shown}</a>`}</li>`
}

/** A group with nothing in it and nothing to say about it is left out: its count says zero. */
function group(
  id: string,
  title: string,
  cards: readonly DraftCard[],
  now: Date,
  nothing?: string,
): Html {
  if (cards.length === 0 && !nothing) return null
  return html`<section id=${id} aria-labelledby=${`${id}-titre`}>
    <h2 id=${`${id}-titre`}>${title}</h2>
    ${
      cards.length === 0
        ? html`<p class="empty">${nothing}</p>`
        : html`<ul class="plain-list">${cards.map((card) => draftRow(card, now))}</ul>`
    }
  </section>`
}

function draftRow({ id, name, pending, status, updatedAt }: DraftCard, now: Date): Html {
  const left = pending > 0 ? `${count(pending, 'élément')} à décider` : 'tout est décidé'
  return html`<li>
    <a class="file-row" href=${`/conseil/dossiers/${encodeURIComponent(id)}`}>
      <span class="file-name">${name || 'Sans nom'}</span>
      <span class="soft">${status === 'approved' ? 'CV en ligne' : left} · ${sinceWords(updatedAt, now)}</span>
    </a>
  </li>`
}

function peopleSection(people: readonly PersonCard[], search: string, now: Date): Html {
  return html`<section id="personnes" aria-labelledby="personnes-titre">
    <h2 id="personnes-titre">Personnes sans dossier</h2>
    <form method="get" action="/conseil#personnes" role="search" class="row search">
      <label class="visually-hidden" for="q">Chercher par prénom ou numéro</label>
      <input class="grow" id="q" name="q" type="search" maxlength="80" value=${search} placeholder="Prénom ou numéro" />
      <button>Chercher</button>
      ${search && html`<a href="/conseil#personnes">Tout voir</a>`}
    </form>
    ${
      people.length === 0
        ? html`<p class="empty">${search ? `Personne ne correspond à « ${search} ».` : 'Toutes les personnes ont déjà un dossier, ou personne n’a encore écrit.'}</p>`
        : html`<ul class="plain-list people">${people.map((person) => personRow(person, now))}</ul>`
    }
  </section>`
}

function personRow(person: PersonCard, now: Date): Html {
  const wrote = person.lastWroteAt
    ? `a écrit ${sinceWords(person.lastWroteAt, now).replace('depuis', 'il y a')}`
    : 'n’a pas encore écrit'
  return html`<li>
    <a class="file-row" href=${`/conseil/personnes/${encodeURIComponent(person.id)}`}>
      <span class="file-name">${person.firstName ?? 'Sans prénom'}</span>
      <span class="soft">${wrote}</span>
    </a>
  </li>`
}
