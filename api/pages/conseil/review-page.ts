import type { Draft } from '#portfolio/cv.ts'
import { type Html, html } from '../html.ts'
import { momentWords } from '../words/dates.ts'
import { statusWords } from '../words/labels.ts'
import { approveBar } from './approve-bar.ts'
import { type DeskView, deskLayout } from './desk-layout.ts'
import { itemCard } from './item-card.ts'
import { keyboardHelp } from './keyboard-help.ts'
import { type QuotedMessage, type ReviewBlock, reviewBlocks } from './review-blocks.ts'
import type { ReviewContent, ReviewView } from './review-view.ts'

/** One CV to read again: for each experience, the words, the line and the skills side by side. */
export function reviewPage(view: DeskView, content: ReviewContent): string {
  const { draft, thread } = content
  const anchors = anchorsOf(draft)
  const blocks = reviewBlocks(draft, thread)
  const contact = [draft.contact.town, draft.contact.phone, draft.contact.email].filter(Boolean)
  return deskLayout(view, {
    title: `${content.problem ? 'Erreur – ' : ''}${draft.name || 'Sans nom'}, relecture`,
    main: html`<div data-review>
      <p class="crumb"><a href="/conseil">Dossiers</a></p>
      <div class="review-head">
        <div>
          <h1>${draft.name || 'Sans nom'}</h1>
          <p class="soft">${[...contact, `mis à jour le ${momentWords(draft.updatedAt, view.now)}`].join(' · ')}</p>
        </div>
        <div class="row">
          <span class=${`badge ${draft.status === 'approved' ? 'good' : 'wait'}`}>${statusWords[draft.status]}</span>
          <a class="button" href=${`/conseil/personnes/${encodeURIComponent(draft.personId)}`}>Conversation</a>
          ${keyboardHelp()}
        </div>
      </div>
      ${content.isStale && staleNotice()}
      ${blocks.length === 0 && html`<p class="empty">Ce dossier ne contient encore aucune expérience.</p>`}
      ${blocks.map((block, index) => blockSection(block, index, { ...view, ...content, anchors }))}
      ${approveBar(draft, view.csrf)}
    </div>`,
  })
}

/** Where each item is on the page. Item ids come from the record and are no good as HTML ids. */
export function anchorsOf(draft: Draft): ReadonlyMap<string, string> {
  return new Map(draft.items.map((item, index) => [item.id, `element-${index + 1}`]))
}

function staleNotice(): Html {
  return html`<div class="notice" role="alert">
    <p><strong>Le dossier a changé entre-temps.</strong> La personne a écrit, ou un collègue a décidé. Votre action n’a pas été enregistrée : voici le dossier à jour.</p>
  </div>`
}

function blockSection(block: ReviewBlock, index: number, view: ReviewView): Html {
  const id = `experience-${index + 1}`
  return html`<section class="experience" aria-labelledby=${id}>
    <h2 id=${id}><span class="soft">Expérience ${index + 1}</span>${' '}${block.line?.heading ?? 'Sans ligne de CV'}</h2>
    <div class="columns">
      <div class="column words">
        <h3>Ses mots</h3>
        ${block.messages.map((message) => verbatim(message, view))}
      </div>
      <div class="column">
        <h3>Ligne du CV</h3>
        ${block.line ? itemCard(block.line, view) : html`<p class="empty">Pas de ligne proposée.</p>`}
      </div>
      <div class="column">
        <h3>Compétences</h3>
        ${
          block.skills.length === 0
            ? html`<p class="empty">Aucune compétence proposée : ses mots ne suffisent pas encore.</p>`
            : block.skills.map((skill) => itemCard(skill, view))
        }
      </div>
    </div>
  </section>`
}

function verbatim({ at, pieces }: QuotedMessage, { anchors, now }: ReviewView): Html {
  const anchorList = (items: readonly string[]) => items.map((item) => anchors.get(item)).join(' ')
  return html`<figure class="verbatim">
    <blockquote>
      ${pieces.map(({ text, items }) =>
        items.length > 0 ? html`<mark data-items=${anchorList(items)}>${text}</mark>` : text,
      )}
    </blockquote>
    <figcaption class="soft">${at ? momentWords(at, now) : 'message effacé depuis'}</figcaption>
  </figure>`
}
