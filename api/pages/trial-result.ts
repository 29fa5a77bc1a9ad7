import type { FoundDeed, JobCandidate, Linked } from '#bot/ports/skill-search.ts'
import { cutText } from './cut-text.ts'
import { type Html, html } from './html.ts'
import { trialCandidates } from './trial-candidates.ts'
import { count } from './words/labels.ts'
import { printed, typeset } from './words/typeset.ts'

/** What `link` found in a text, all of it, and how long it took. */
export function trialResult(text: string, linked: Linked, ms: number): Html {
  const { deeds, jobs, skills, none } = linked
  return html`<section class="trial-result" id="resultat" tabindex="-1" aria-labelledby="resultat-titre">
    <h2 id="resultat-titre">Ce que la recherche trouve</h2>
    <p class="counts">
      ${tally(deeds.length, 'geste')}${tally(jobs.length, 'métier')}${tally(skills.length, 'compétence')}
      <span><strong>${duration(ms)}</strong> de recherche</span>
    </p>
    ${none ? nothingDone() : skills.every(({ decision }) => decision === 'hold') && nothingSure()}
    <div class="trial-read">
      ${deedsRead(text, deeds)}
      ${!none && jobsFound(jobs)}
    </div>
    ${!none && trialCandidates(skills)}
  </section>`
}

function tally(n: number, one: string): Html {
  const [figures, ...words] = count(n, one).split(' ')
  return html`<span><strong>${figures}</strong>${' '}${words.join(' ')}</span>`
}

function nothingDone(): Html {
  return html`<div class="notice">
    <p><strong>Rien de fait dans ce texte</strong> : aucune compétence ne serait proposée.</p>
    <p>Seul compte ce que la personne dit, en français, avoir fait elle-même. Un bonjour, une question, un souhait, ce qu’un autre a fait, une autre langue ou des émojis ne donnent rien.</p>
  </div>`
}

function nothingSure(): Html {
  return html`<div class="notice">
    <p><strong>Rien ne serait dit à la personne</strong> : ce qui suit ne ressemble au texte que de loin.</p>
    <p>C’est ce que donne un nom de métier seul, un récit sans geste précis, ou un texte qui n’est pas en français.</p>
  </div>`
}

function deedsRead(text: string, deeds: readonly FoundDeed[]): Html {
  const numbered = deeds.map((deed, index) => ({ ...deed, number: index + 1 }))
  return html`<section aria-labelledby="gestes-titre">
    <h3 id="gestes-titre">Les gestes, dans le texte</h3>
    <div class="verbatim"><blockquote>${cutText(text, numbered).map(({ text: words, end, over }) =>
      over.length === 0
        ? words
        : html`<mark>${words}</mark>${over
            .filter((deed) => deed.end === end)
            .map(({ number }) => html`<sup>${number}</sup>`)}`,
    )}</blockquote></div>
    ${
      deeds.length === 0
        ? html`<p class="empty">Aucun geste repéré.</p>`
        : html`<ol class="deeds">${deeds.map(({ words }) => html`<li>${printed(words)}</li>`)}</ol>`
    }
  </section>`
}

function jobsFound(jobs: readonly JobCandidate[]): Html {
  return html`<section aria-labelledby="metiers-titre">
    <h3 id="metiers-titre">Les métiers approchés</h3>
    ${
      jobs.length === 0
        ? html`<p class="empty">Aucun métier.</p>`
        : html`<ol class="plain-list jobs">${jobs.map(
            ({ code, label, score }) => html`<li>
              <code>${code}</code><span>${printed(label)}</span><span class="soft" title="De 0 à 1">${share(score)}</span>
            </li>`,
          )}</ol>`
    }
  </section>`
}

function duration(ms: number): string {
  return typeset(ms < 1 ? 'moins de 1 ms' : `${Math.round(ms)} ms`)
}

/** A score whose order alone means something: « 0,86 », not a percentage. */
function share(score: number): string {
  return score.toLocaleString('fr-FR', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
}
