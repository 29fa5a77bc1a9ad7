import { type Html, html } from './html.ts'
import type { SearchStatus } from './page-deps.ts'
import { figure } from './words/labels.ts'

/** What the search runs on at the moment. */
export function searchFacts(search: SearchStatus): Html {
  return html`<dl class="facts">
    ${facts(search).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
  </dl>`
}

function facts(search: SearchStatus): readonly (readonly [string, string])[] {
  const { engine, referential, version, skills, jobs, encoder, degraded } = search
  return [
    ['Référentiel', `${referential === 'rome' ? 'ROME 4.0' : 'de départ'}, version ${version}`],
    ['Compétences', figure(skills)],
    ['Métiers', figure(jobs)],
    ['Index', engine === 'qdrant' ? 'Qdrant' : 'intégré'],
    ['Encodeur', encoder],
    ...(degraded ? [['À surveiller', degraded] as const] : []),
  ]
}
