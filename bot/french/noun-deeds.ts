import { readFileSync } from 'node:fs'
import type { Token } from './normalise.ts'

type NounDeed = { readonly deed: string; readonly takesObject: boolean }

const table = new Map(
  readFileSync(new URL('./noun-deeds.tsv', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line): [string, NounDeed] => {
      const [noun = '', deed = '', takes = ''] = line.split('\t')
      return [noun, { deed, takesObject: takes === 'de' }]
    }),
)

/**
 * The deed that a noun tells on its own: « mise en rayon » → « mettre en rayon », « montage de meubles »
 * → « monter des meubles ». `undefined` when the first noun tells none.
 */
export function nounDeed(tokens: readonly Token[], text: string): string | undefined {
  const words = tokens.map((token) => token.text.toLowerCase())
  const first = words.findIndex(
    (word) => !/^(la|le|les|l'|du|de|des|un|une|peu|d'|que|mes|mon|ma)$/.test(word),
  )
  for (let at = Math.max(0, first); at < words.length; at += 1) {
    if (
      at > first &&
      !/^(matin|soir|mois|ans?|semaines?|jours?|été|\d.*)$/.test(words[at - 1] ?? '')
    )
      continue
    for (const length of [3, 2, 1]) {
      const entry = table.get(words.slice(at, at + length).join(' '))
      if (!entry) continue
      const object = entry.takesObject ? complement(tokens.slice(at + length), text) : ''
      return [entry.deed, object].filter(Boolean).join(' ')
    }
  }
  return undefined
}

/** « les gens payent à moi », « on me paye »: whoever is paid works the till. */
export function payment(tokens: readonly Token[]): string | undefined {
  const said = tokens.map((token) => token.text.toLowerCase()).join(' ')
  if (/\b(gens|clients?|on|ils)\b.* pa[iy](e|ent|é|er|ai[st]|aient)(?: [aà])? moi\b/.test(said))
    return 'encaisser les clients'
  if (/\b(gens|clients?|on|ils) (me|m') ?(pa[iy]|donn\S+ l'argent)/.test(said))
    return 'encaisser les clients'
  if (/\b(gens|clients?) (me|m') ?demand/.test(said)) return 'renseigner les clients'
  if (/\blaiss\S* (le |son |sa )?(bébé|enfants?|petite?) (avec|à) moi/.test(said))
    return 'garder un enfant'
  return undefined
}

/** « de meubles » → « des meubles », « des cartons » → « les cartons ». */
function complement(tokens: readonly Token[], text: string): string {
  const first = tokens[0]
  const last = tokens.at(-1)
  if (!first || !last) return ''
  const said = text.slice(first.start, last.end).replace(/\s+/g, ' ')
  if (/^des /.test(said)) return said.replace(/^des /, 'les ')
  if (/^du /.test(said)) return said.replace(/^du /, 'le ')
  if (/^de (la |l')/.test(said)) return said.replace(/^de /, '')
  if (/^d[e'] ?\S+[sx]\b/.test(said)) return said.replace(/^d[e'] ?/, 'des ')
  return said.replace(/^d[e'] ?/, '')
}
