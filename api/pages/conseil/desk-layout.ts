import type { Counsellor } from '#bot/ports/accounts.ts'
import { assetUrl } from '../assets.ts'
import { csrfField } from '../form-parts.ts'
import { type Html, html } from '../html.ts'
import { layout } from '../layout.ts'

/** What every page of the desk needs to know about the visit. */
export type DeskView = {
  readonly counsellor: Counsellor
  readonly csrf: string
  readonly now: Date
  readonly hasMailbox: boolean
}

/** The frame of the desk: who is connected, a way out, and the pages this person may open. */
export function deskLayout(
  { counsellor, csrf, hasMailbox }: DeskView,
  { title, here, main }: { readonly title: string; readonly here?: string; readonly main: Html },
): string {
  const links = [
    { href: '/conseil', label: 'Dossiers' },
    ...(hasMailbox ? [{ href: '/courrier', label: 'Courrier' }] : []),
    ...(counsellor.role === 'admin' ? [{ href: '/admin', label: 'Administration' }] : []),
  ]
  return layout({
    title,
    shape: 'wide',
    home: '/conseil',
    script: assetUrl('desk.browser.js'),
    nav: links.map((link) => ({ ...link, isHere: link.href === here })),
    account: html`<div class="account">
      <span>${counsellor.name}</span>
      <form method="post" action="/conseil/sortir">${csrfField(csrf)}<button class="quiet">Se déconnecter</button></form>
    </div>`,
    main,
  })
}
