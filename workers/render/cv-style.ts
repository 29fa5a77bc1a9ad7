/** The look of `cv-html.ts`, on a screen by day, by night, and on paper. Contrast ≥ 4.5:1 throughout. */
export const cvStyle = `
:root { color-scheme: light dark; --ink: #1d2733; --soft: #4d5b6a; --accent: #0b5563; --line: #c3ced4; --paper: #fff }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8edf1; --soft: #b3c0ca; --accent: #7fd0de; --line: #3c4a56; --paper: #14191e }
}
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 48rem; padding: 2rem 1.25rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.5 'Source Sans 3', 'Segoe UI', system-ui, sans-serif; overflow-wrap: anywhere }
header { border-left: .25rem solid var(--accent); padding-left: 1rem }
h1 { margin: 0; font-size: 2rem; line-height: 1.2; color: var(--accent) }
h2 { margin: 2rem 0 1rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); font-size: 1.1rem;
  letter-spacing: .06em; text-transform: uppercase; color: var(--accent) }
h3 { margin: 0; font-size: 1.05rem }
p { margin: 0; color: var(--soft) }
ul { margin: .4rem 0 0; padding-left: 1.2rem }
li::marker { color: var(--accent) }
a { color: inherit }
.contact { display: flex; flex-wrap: wrap; gap: .1rem 1.25rem; list-style: none; padding: 0; color: var(--soft) }
article { display: grid; grid-template-columns: 1fr; margin-bottom: 1.4rem; break-inside: avoid }
.skills { display: grid; gap: .6rem 2rem; list-style: none; padding: 0 }
.skills strong, .skills span { display: block }
.skills span { color: var(--soft) }
@media (min-width: 36rem), print {
  article { grid-template-columns: 1fr auto; column-gap: 1.5rem }
  article > .place, article > ul { grid-column: 1 / -1 }
  .skills { grid-template-columns: 1fr 1fr }
}
@media print {
  :root { --ink: #1d2733; --soft: #4d5b6a; --accent: #0b5563; --line: #c3ced4; --paper: #fff }
  @page { size: A4; margin: 16mm 18mm }
  body { max-width: none; padding: 0; font-size: 10.5pt }
  a { text-decoration: none }
}
`
