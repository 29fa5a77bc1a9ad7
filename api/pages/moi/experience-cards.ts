import { composeLine } from '#portfolio/compose-line.ts'
import type { Experience } from '#portfolio/experience.ts'
import type { PortfolioRecord } from '#portfolio/record.ts'
import type { SkillClaim } from '#portfolio/skill.ts'
import { type Html, html } from '../html.ts'
import { printed } from '../words/typeset.ts'

const marks: Readonly<Record<SkillClaim['mark'], string>> = {
  declared: 'dit par toi',
  confirmed: 'confirmé par quelqu’un',
  certified: 'certifié',
}

/** The experiences with the person’s words, and the skills each one shows. */
export function experienceCards(record: PortfolioRecord | undefined): Html {
  const told = record?.experiences.filter((experience) => experience.deeds.length > 0) ?? []
  if (!record || told.length === 0)
    return html`<p class="empty">Rien pour le moment. Raconte un truc que tu as fait : dans le chat ou par SMS.</p>`
  return html`<div>${told.map((experience) => card(experience, record.claims))}</div>`
}

function card(experience: Experience, all: readonly SkillClaim[]): Html {
  const { heading, place, period } = composeLine(experience, all)
  const claims = all.filter((c) => c.experienceId === experience.id && c.status !== 'refused')
  return html`<article class="card">
    <h3>${heading}</h3>
    <p class="soft">${[place, period].filter(Boolean).join(' · ')}</p>
    <ul class="said plain-list">
      ${distinct(experience.deeds.map((deed) => deed.quote.text)).map((words) => html`<li><q class="quote">${words}</q></li>`)}
    </ul>
    ${claims.length > 0 && html`<h4>Ce que ça montre</h4><ul class="plain-list skills">${claims.map(skill)}</ul>`}
  </article>`
}

function skill({ cvLabel, mark, status, quotes }: SkillClaim): Html {
  const isSure = status === 'confirmed'
  return html`<li>
    <span class="skill-name">${printed(cvLabel)}</span>${' '}
    <span class=${`badge ${mark === 'declared' ? '' : 'good'}`}>${isSure || mark !== 'declared' ? marks[mark] : 'à vérifier avec toi'}</span>
    <span class="soft">parce que tu as dit${' '}<q class="quote">${distinct(quotes.map((quote) => quote.text)).join(' … ')}</q></span>
  </li>`
}

function distinct(words: readonly string[]): string[] {
  return [...new Set(words)]
}
