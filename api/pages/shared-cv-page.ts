import type { StoredFile } from '#bot/ports/files.ts'
import { cvLinks } from './cv-links.ts'
import { html, trustedHtml } from './html.ts'
import { layout } from './layout.ts'

/** A shared CV: what our worker rendered, in our frame, with its files above. */
export function sharedCvPage({
  name,
  markup,
  token,
  formats,
}: {
  readonly name: string
  readonly markup: string
  readonly token: string
  readonly formats: readonly StoredFile['format'][]
}): string {
  return layout({
    title: name ? `CV de ${name}` : 'CV',
    main: html`<div class="shared-cv">
      ${cvLinks(`/p/${encodeURIComponent(token)}`, formats)}
      <div class="sheet">${trustedHtml(bodyOf(markup))}</div>
      <p class="soft">CV écrit à partir des mots de la personne, relu et validé par un conseiller.</p>
    </div>`,
  })
}

const deadLinks = {
  expired: {
    title: 'Ce lien n’est plus valable',
    text: 'Le partage de ce CV a une durée limitée. La personne peut en créer un autre depuis son espace.',
  },
  unknown: {
    title: 'Ce lien ne mène à aucun CV',
    text: 'L’adresse est incomplète, ou le partage a été retiré. Vérifier que le lien a été copié en entier.',
  },
  'not-ready': {
    title: 'Ce CV se prépare',
    text: 'Les fichiers arrivent dans quelques secondes. Recharger la page.',
  },
} as const

export function deadLinkPage(why: keyof typeof deadLinks): string {
  const { title, text } = deadLinks[why]
  return layout({
    title,
    main: html`<div class="notice-page"><h1>${title}</h1><p>${text}</p></div>`,
  })
}

/** The inside of `<body>` without its scripts and styles: ours are on the page already. */
function bodyOf(document: string): string {
  const body = /<body[^>]*>([\s\S]*)<\/body>/i.exec(document)?.[1] ?? document
  return body.replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, '').replace(/<(\/?)main\b/gi, '<$1div')
}
