/**
 * The README with `body` between `<!-- name -->` and `<!-- /name -->`; all else stays. Throws when the
 * markers are not there, once each and in order: somebody edited them away, and nothing is lost.
 */
export function writeSection(readme: string, name: string, body: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const [before, rest, ...others] = readme.split(open)
  const [old, after, ...more] = (rest ?? '').split(close)
  if (old === undefined || after === undefined || others.length + more.length > 0) {
    throw new Error(`eval/README.md must hold ${open} and ${close} once each, in this order.`)
  }
  return `${before}${open}\n\n${body}\n\n${close}${after}`
}
