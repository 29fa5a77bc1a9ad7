import { assetUrl } from './assets.ts'
import { type Html, html, renderDocument } from './html.ts'
import { logo } from './logo.ts'
import { typeset } from './words/typeset.ts'

export type NavLink = { readonly href: string; readonly label: string; readonly isHere?: boolean }

type Page = {
  readonly title: string
  readonly main: Html
  /** `wide` for the desk, `phone` for the chat: no footer, the page is the application. */
  readonly shape?: 'reading' | 'wide' | 'phone'
  readonly nav?: readonly NavLink[]
  /** Where the name at the top leads. */
  readonly home?: string
  /** At the end of the header: who is connected. */
  readonly account?: Html
  readonly script?: string
}

/** The frame of every page: skip link, header, main, footer. Returns the whole document. */
export function layout({
  title,
  main,
  shape = 'reading',
  nav = [],
  home = '/',
  account,
  script,
}: Page): string {
  return renderDocument(html`<html lang="fr">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fbf6ef" />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#1b1815" />
      <meta name="robots" content="noindex" />
      <title>${typeset(title)} – Raconte</title>
      <link rel="icon" href=${assetUrl('logo.svg')} type="image/svg+xml" />
      <link rel="stylesheet" href=${assetUrl('raconte.css')} />
      ${script && html`<script type="module" src=${script}></script>`}
    </head>
    <body class=${`shape-${shape}`}>
      <a class="skip" href="#contenu">Aller au contenu</a>
      <header class="top">
        <a class="brand" href=${home} aria-label="Raconte, accueil">${logo()}<span>Raconte</span></a>
        ${nav.length > 0 && navigation(nav)}
        ${account}
      </header>
      <main id="contenu" tabindex="-1">${main}</main>
      ${shape !== 'phone' && footer()}
    </body>
  </html>`)
}

function navigation(links: readonly NavLink[]): Html {
  return html`<nav class="top-nav" aria-label="Pages">
    ${links.map(
      ({ href, label, isHere }) =>
        html`<a href=${href} aria-current=${isHere ? 'page' : undefined}>${label}</a>`,
    )}
  </nav>`
}

function footer(): Html {
  return html`<footer class="bottom">
    <p>Raconte écrit seulement ce que la personne a dit. Un conseiller relit. Rien n’est vendu.</p>
  </footer>`
}
