const noBreak = '\u00a0'

/** French spacing: the space before `? ! ; : » %` and after `«` never breaks a line. */
export function typeset(text: string): string {
  return text.replace(/ (?=[?!;:»%])/g, noBreak).replace(/« /g, `«${noBreak}`)
}
