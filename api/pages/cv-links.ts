import type { StoredFile } from '#bot/ports/files.ts'
import { type Html, html } from './html.ts'

const labels: Readonly<Record<StoredFile['format'], string>> = {
  pdf: 'Télécharger le PDF',
  html: 'Page web (HTML)',
  txt: 'Texte',
  docx: 'Word',
}

/** One link per file there is; the PDF first, as the main one. `base` is the address before `/cv.pdf`. */
export function cvLinks(base: string, formats: readonly StoredFile['format'][]): Html {
  return html`<p class="row cv-links">
    ${formats.map(
      (format) =>
        html`<a class=${format === 'pdf' ? 'button primary' : 'button'} href=${`${base}/cv.${format}`}>${labels[format]}</a>`,
    )}
  </p>`
}
