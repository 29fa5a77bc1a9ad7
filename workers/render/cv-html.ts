import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Cv } from '#portfolio/cv.ts'
import { cvStyle } from './cv-style.ts'
import { type PrintedCv, printedCv } from './printed-cv.ts'

/**
 * The CV as one page that needs nothing else: no script, no other file. Every word goes through the
 * renderer, which escapes it.
 */
export function cvHtml(cv: Cv): string {
  return `<!doctype html>\n${renderToString(page(printedCv(cv)))}\n`
}

function page(cv: PrintedCv): VNode {
  return one(html`<html lang="fr">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="robots" content="noindex" />
      <meta name="description" content=${cv.description} />
      <title>${cv.title}</title>
      <style dangerouslySetInnerHTML=${{ __html: cvStyle }}></style>
    </head>
    <body>
      <header>
        <h1>${cv.name}</h1>
        ${cv.contact.length > 0 && html`<ul class="contact">${cv.contact.map(contact)}</ul>`}
      </header>
      <main>
        ${
          cv.experiences.length > 0 &&
          html`<section aria-labelledby="experiences">
          <h2 id="experiences">Expériences</h2>
          ${cv.experiences.map(experience)}
        </section>`
        }
        ${
          cv.skills.length > 0 &&
          html`<section aria-labelledby="competences">
          <h2 id="competences">Compétences</h2>
          <ul class="skills">${cv.skills.map(skill)}</ul>
        </section>`
        }
      </main>
    </body>
  </html>`)
}

function contact(part: string) {
  const link = part.includes('@')
    ? `mailto:${part}`
    : /^0\d/.test(part) && `tel:${part.replace(/\D/g, '')}`
  return html`<li>${link ? html`<a href=${link}>${part}</a>` : part}</li>`
}

function experience({ heading, place, period, actions }: PrintedCv['experiences'][number]) {
  return html`<article>
    <h3>${heading}</h3>
    ${period && html`<p class="period">${period}</p>`}
    ${place && html`<p class="place">${place}</p>`}
    ${actions.length > 0 && html`<ul>${actions.map((action) => html`<li>${action}</li>`)}</ul>`}
  </article>`
}

function skill({ label, level }: PrintedCv['skills'][number]) {
  return html`<li><strong>${label}</strong>${level && html` <span>${level}</span>`}</li>`
}

/** `htm` gives a list when a template has several roots; ours has one. */
function one(nodes: VNode | VNode[]): VNode {
  if (Array.isArray(nodes)) throw new Error('a page has one root')
  return nodes
}
