const noBreak = '\u00a0'

/** French spacing: the space before `? ! ; : » %` and after `«` never breaks a line. */
export function typeset(text: string): string {
  return text.replace(/ (?=[?!;:»%])/g, noBreak).replace(/« /g, `«${noBreak}`)
}

/** A label of the referential, whose apostrophes come from a keyboard, as a printer sets it. */
export function printed(label: string): string {
  return typeset(label.replaceAll("'", '’'))
}
