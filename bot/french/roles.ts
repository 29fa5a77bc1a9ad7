import { readFileSync } from 'node:fs'
import { normalise } from './normalise.ts'

/** A trade the speaker names as theirs. UTF-16 units of the raw text, `end` exclusive. */
export type FoundRole = {
  readonly start: number
  readonly end: number
  readonly text: string
  /** The trade in plain French, lower case: « caissier ». */
  readonly role: string
}

const roles = new Set(
  readFileSync(new URL('./roles.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .join(' ')
    .split(' '),
)

/**
 * Trades told of oneself: « caissier chez Lidl », « j'étais serveuse ». A trade is no deed. Other
 * people's trades (« ma mère est infirmière », « c'est le boulanger ») and wishes are left out.
 */
export function findRoles(raw: string): FoundRole[] {
  const normal = normalise(raw)
  return normal.tokens.flatMap((token, index) => {
    const last = [3, 2, 1, 0]
      .map((more) => normal.tokens[index + more])
      .find((end) => end && roles.has(keyOf(normal.text.slice(token.start, end.end))))
    if (!last) return []
    const role = normal.text.slice(token.start, last.end).toLowerCase()
    const sentence =
      normal.text
        .slice(0, token.start)
        .split(/[.!?\n;]/)
        .at(-1) ?? ''
    const previous = normal.tokens[index - 1]?.text.toLowerCase() ?? ''
    if (!isOwn(sentence.toLowerCase().trimEnd(), previous)) return []
    const span = normal.toRaw(token.start, last.end)
    return [{ ...span, text: raw.slice(span.start, span.end), role }]
  })
}

/** « femme de ménage » is listed as « femme_de_ménage ». */
function keyOf(said: string): string {
  return said.toLowerCase().replace(/\s+/g, '_')
}

function isOwn(before: string, previous: string): boolean {
  const clause = before.split(/[,:(]/).at(-1)?.trim() ?? ''
  if (/\b(devenir|voudrais|veux|aimerais|rêve|cherche)\b/.test(before)) return false
  if (
    /\b(je suis|j'étais|j'ai été|j'ai fait|je fais|en tant que|comme|on était|poste d[e'])( ?(aussi|un peu|l'))*( ?(apprentie?|stagiaire|aide|chef|un|une))?$/.test(
      clause,
    )
  )
    return true
  if (
    /^(le|la|l'|les|un|une|mon|ma|mes|des|son|sa|du|au|de|d'|chez|avec)$/.test(
      previous.replace('’', "'"),
    )
  )
    return false
  return (
    clause === '' ||
    /^(moi|sinon|aide|apprentie?|stagiaire|alors|euh|ouais|job|stage|emploi|intérim|et|puis|\d.*)$/.test(
      clause,
    )
  )
}
