import type { SkillCandidate } from '#bot/ports/skill-search.ts'
import type { LinkDecision } from '#portfolio/skill.ts'
import { type Html, html } from './html.ts'
import { decisionWords, percent } from './words/labels.ts'
import { printed, typeset } from './words/typeset.ts'

const tones: Readonly<Record<LinkDecision, string>> = { propose: 'good', ask: 'wait', hold: '' }

const columns = [
  'Rang',
  'Compétence ROME',
  'En mots simples',
  'Sur le CV',
  'Score et décision',
  'Pourquoi',
]

/**
 * The candidates, best first. A table on a wide screen, cards on a telephone: the roles are written
 * out because a browser forgets them when the display changes.
 */
export function trialCandidates(skills: readonly SkillCandidate[]): Html {
  if (skills.length === 0)
    return html`<p class="empty">Aucune compétence du référentiel ne s’en approche.</p>`
  return html`<section aria-labelledby="candidates-titre">
    <h3 id="candidates-titre">Les compétences candidates</h3>
    <dl class="facts decisions">
      ${meaning('propose', 'la personne est invitée à confirmer.')}
      ${meaning('ask', 'une question à la personne trancherait.')}
      ${meaning('hold', 'pour le conseiller ; rien n’est dit à la personne.')}
    </dl>
    <table class="candidates" role="table" aria-labelledby="candidates-titre">
      <thead role="rowgroup"><tr role="row">
        ${columns.map((name) => html`<th role="columnheader" scope="col">${name}</th>`)}
      </tr></thead>
      <tbody role="rowgroup">${skills.map((skill, index) => candidateRow(skill, index + 1))}</tbody>
    </table>
  </section>`
}

function meaning(decision: LinkDecision, words: string): Html {
  return html`<div><dt>${decisionBadge(decision)}</dt><dd>${typeset(words)}</dd></div>`
}

function decisionBadge(decision: LinkDecision): Html {
  return html`<span class=${`badge ${tones[decision]}`}>${decisionWords[decision]}</span>`
}

function candidateRow(candidate: SkillCandidate, rank: number): Html {
  const { skill, plain, cvLabel, score, decision, reason, quotes, deeds } = candidate
  return html`<tr role="row">
    <td role="cell" class="rank" data-name=${columns[0]}>${rank}</td>
    <th role="rowheader" scope="row" data-name=${columns[1]}><span>${printed(skill.label)}</span><code>${skill.code}</code></th>
    <td role="cell" data-name=${columns[2]}>« tu sais ${printed(plain)} »</td>
    <td role="cell" data-name=${columns[3]}>${printed(cvLabel)}</td>
    <td role="cell" class="score" data-name=${columns[4]}>
      <span>${percent(score)}</span>
      <progress value=${score} max="1" aria-hidden="true"></progress>
      ${decisionBadge(decision)}
    </td>
    <td role="cell" class="why" data-name=${columns[5]}>
      <ul class="plain-list">${quotes.map(({ text }) => html`<li><q class="quote">${text}</q></li>`)}</ul>
      <p>${typeset(reason)}${deeds.length > 0 && html`${' '}<span class="soft">${deedsWords(deeds)}</span>`}</p>
    </td>
  </tr>`
}

function deedsWords(deeds: readonly number[]): string {
  const numbers = [...new Set(deeds)].sort((a, b) => a - b).map((index) => index + 1)
  return `${numbers.length > 1 ? 'Gestes' : 'Geste'}\u00a0${numbers.join(', ')}.`
}
