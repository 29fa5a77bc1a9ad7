import { type Html, html } from './html.ts'

export function csrfField(csrf: string): Html {
  return html`<input type="hidden" name="_csrf" value=${csrf} />`
}

export function hidden(name: string, value: string | number): Html {
  return html`<input type="hidden" name=${name} value=${String(value)} />`
}

/** The sentence under a field that says what to correct, tied to it by `aria-describedby`. */
export function fieldError(id: string, message: string | undefined): Html {
  return message ? html`<p class="field-error" id=${id}>${message}</p>` : null
}

/** Attributes of a field that may carry an error. */
export function errorAttributes(id: string, message: string | undefined) {
  return message ? { 'aria-invalid': 'true', 'aria-describedby': id } : {}
}
