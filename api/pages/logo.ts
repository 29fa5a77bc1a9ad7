import { type Html, html } from './html.ts'

/** Raconte’s mark: a speech bubble that holds French quotation marks, because every word is quoted. */
export function logo(): Html {
  return html`<svg class="logo" viewBox="0 0 40 40" width="32" height="32" aria-hidden="true" focusable="false">
    <path class="logo-bubble" d="M20 3C9.6 3 2 9.9 2 18.6c0 5 2.5 9.3 6.5 12.1L7.4 37l7.6-3.5c1.6.4 3.3.6 5 .6 10.4 0 18-6.9 18-15.5S30.4 3 20 3z" />
    <path class="logo-marks" fill="none" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round" d="m12.5 14.2-4 4.4 4 4.4m5.5-8.8-4 4.4 4 4.4m4-8.8 4 4.4-4 4.4m5.5-8.8 4 4.4-4 4.4" />
  </svg>`
}
