import { html as build } from 'htm/preact'
import { Fragment, h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { typeset } from './words/typeset.ts'

/** What may stand between two tags. Strings are text, never markup. */
export type Html = ReturnType<typeof build> | string | number | null | undefined | false | Html[]

const typesetTemplates = new WeakMap<TemplateStringsArray, TemplateStringsArray>()

/**
 * HTML as a tagged template: every value is escaped, in text and in attributes. The fixed parts get
 * French spacing (« Ça va ? » keeps its question mark on the same line); values are left as they are,
 * because they may be somebody’s own words.
 *
 * Line breaks between tags do not print: put `${' '}` where a space must stay.
 */
export function html(strings: TemplateStringsArray, ...values: readonly unknown[]): Html {
  return build(spaced(strings), ...values)
}

/** The only place where text becomes markup as it is: for HTML that our own workers rendered. */
export function trustedHtml(markup: string): Html {
  return html`<div dangerouslySetInnerHTML=${{ __html: markup }} />`
}

export function renderDocument(document: Html): string {
  return `<!doctype html>${renderToString(h(Fragment, null, document))}`
}

/** htm keeps a compiled template per array of strings, so that each must map to one lasting array. */
function spaced(strings: TemplateStringsArray): TemplateStringsArray {
  const known = typesetTemplates.get(strings)
  if (known) return known
  const fixed = Object.assign(strings.map(typeset), { raw: strings.raw })
  typesetTemplates.set(strings, fixed)
  return fixed
}
