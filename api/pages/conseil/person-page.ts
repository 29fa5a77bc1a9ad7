import type { ThreadMessage } from '#bot/ports/message.ts'
import type { PersonCard } from '#bot/ports/people.ts'
import type { Draft } from '#portfolio/cv.ts'
import { cvLinks } from '../cv-links.ts'
import { csrfField, errorAttributes, fieldError } from '../form-parts.ts'
import { type Html, html } from '../html.ts'
import type { KeptCv } from '../kept-cv.ts'
import { threadList } from '../thread-list.ts'
import { dayWords } from '../words/dates.ts'
import { phoneWords, statusWords } from '../words/labels.ts'
import { alertList, type ShownAlert } from './alert-list.ts'
import { type DeskView, deskLayout } from './desk-layout.ts'

export type PersonContent = {
  readonly person: PersonCard
  readonly thread: readonly ThreadMessage[]
  readonly draft: Draft | undefined
  readonly cv: KeptCv | undefined
  readonly alerts: readonly ShownAlert[]
  /** What was typed when it could not be sent. */
  readonly wrongMessage?: string
}

/** One person: the conversation on the left, what to do and the CV on the right. */
export function personPage(view: DeskView, content: PersonContent): string {
  const { person, thread, draft, cv, alerts } = content
  const name = person.firstName ?? 'Sans prénom'
  return deskLayout(view, {
    title: name,
    main: html`<div>
      <p class="crumb"><a href="/conseil">Dossiers</a></p>
      <h1>${name}</h1>
      <p class="soft">${[
        `arrivée le ${dayWords(person.createdAt, view.now)}`,
        ...person.addresses.map(({ channel, address }) =>
          channel === 'sms' ? phoneWords(address) : 'chat',
        ),
      ].join(' · ')}</p>
      ${person.hasOptedOut && html`<div class="notice"><p>Cette personne a répondu STOP : plus rien ne part vers elle par SMS.</p></div>`}
      ${alertList(alerts, view)}
      <div class="person">
        <section aria-labelledby="fil-titre">
          <h2 id="fil-titre">Conversation</h2>
          ${threadList(thread, {
            names: { person: name, robot: 'Robot', counsellor: 'Conseil' },
            now: view.now,
            hasDelivery: true,
          })}
        </section>
        <div>
          ${voice(view, content)}
          <section class="card" id="cv" aria-labelledby="cv-titre">
            <h2 id="cv-titre">CV</h2>
            ${draft ? draftState(draft) : html`<p class="soft">Pas encore de dossier : la conversation continue.</p>`}
            ${cv && cvLinks(personAddress(person), cv.formats)}
            ${draft?.status === 'approved' && !cv && html`<p class="soft">Les fichiers se préparent. Rechargez la page dans quelques secondes.</p>`}
          </section>
        </div>
      </div>
    </div>`,
  })
}

function draftState(draft: Draft): Html {
  return html`<p>
    <span class=${`badge ${draft.status === 'approved' ? 'good' : 'wait'}`}>${statusWords[draft.status]}</span>
    ${' '}<a href=${`/conseil/dossiers/${encodeURIComponent(draft.id)}`}>Ouvrir la relecture</a>
  </p>`
}

function voice({ csrf }: DeskView, { person, wrongMessage }: PersonContent): Html {
  const isTaken = person.mode === 'taken-over'
  const address = personAddress(person)
  const problem =
    wrongMessage === undefined ? undefined : 'Écrivez un message, en 450 signes au plus.'
  return html`<section class="card" aria-labelledby="voix-titre">
    <h2 id="voix-titre">Écrire à la personne</h2>
    <p class="soft">${
      isTaken
        ? 'Vous tenez la conversation : le robot se tait.'
        : 'Le robot mène la conversation. Reprenez-la pour parler vous-même.'
    }</p>
    <form method="post" action=${`${address}/${isTaken ? 'rendre' : 'reprendre'}`}>
      ${csrfField(csrf)}
      <button>${isTaken ? 'Rendre la conversation au robot' : 'Reprendre la conversation'}</button>
    </form>
    <form method="post" action=${`${address}/message`} class="write">
      ${csrfField(csrf)}
      <div class="field">
        <label for="text">Votre message</label>
        <textarea id="text" name="text" rows="4" required maxlength="450" ...${errorAttributes('text-error', problem)}>${wrongMessage ?? ''}</textarea>
        ${fieldError('text-error', problem)}
        <p class="field-hint">Il part là où la personne a écrit en dernier : 450 signes au plus, soit 3 SMS.</p>
      </div>
      <button class="primary" disabled=${person.hasOptedOut}>Envoyer</button>
    </form>
  </section>`
}

function personAddress(person: PersonCard): string {
  return `/conseil/personnes/${encodeURIComponent(person.id)}`
}
