import type { Referential, Starter } from '../referentials/referential.ts'

/** Two texts that mean nearly the same. Texts of one group are never held against each other. */
export type Pair = { readonly one: string; readonly other: string; readonly group: string }

/** Pairs of one origin: they are compared among themselves, where telling apart is hardest. */
export type PairSet = { readonly name: string; readonly pairs: readonly Pair[] }

/** A concept of ESCO: its label, then its other forms. */
export type Forms = { readonly id: string; readonly forms: readonly string[] }

/** Public pairs of ROME and ESCO. */
export const publicPairs = (
  { skills, jobs }: Referential,
  occupations: readonly Forms[],
  abilities: readonly Forms[],
): readonly PairSet[] => {
  const known = skills.filter(({ nature }) => nature !== 'behaviour')
  const labels = new Map(known.map(({ code, label }) => [code, label]))
  const titlesOf = jobs.map(({ code, label, titles }) => ({
    code,
    forms: [...new Set([label, ...titles].flatMap(genders))],
  }))
  return [
    {
      name: 'title ↔ title of the same job',
      pairs: titlesOf.flatMap(({ code, forms }) => chained(code, forms)),
    },
    {
      name: 'definition ↔ job',
      pairs: jobs.flatMap(({ code, label, definition }) =>
        definition
          .split(/(?<=[.;])\s+/)
          .filter((sentence) => sentence.length > 20)
          .map((one) => ({ one, other: label, group: code })),
      ),
    },
    {
      name: 'skill ↔ job that needs it',
      pairs: jobs.flatMap(({ code, label, skills: needed }) =>
        needed.flatMap((skill) => {
          const one = labels.get(skill.code)
          return one === undefined ? [] : [{ one, other: label, group: code }]
        }),
      ),
    },
    {
      name: 'skill ↔ macro-compétence',
      pairs: known.flatMap(({ label, macro }) => {
        const other = macro === undefined ? undefined : labels.get(macro)
        return macro === undefined || other === undefined
          ? []
          : [{ one: label, other, group: macro }]
      }),
    },
    {
      name: 'skill ↔ skill of the same macro-compétence',
      pairs: [...Map.groupBy(known, ({ macro }) => macro ?? '')].flatMap(([macro, members]) =>
        macro === ''
          ? []
          : chained(
              macro,
              members.map(({ label }) => label),
            ),
      ),
    },
    {
      name: 'skill ↔ itself',
      pairs: known.map(({ code, label }) => ({ one: label, other: label, group: code })),
    },
    {
      name: 'ESCO occupation ↔ other form',
      pairs: occupations.flatMap(({ id, forms }) => chained(id, forms.flatMap(genders))),
    },
    {
      name: 'ESCO skill ↔ other form',
      pairs: abilities.flatMap(({ id, forms }) => chained(id, forms)),
    },
  ].map(({ name, pairs }) => ({
    name,
    pairs: pairs.filter(({ one, other }) => one !== '' && other !== ''),
  }))
}

/** Our own wording: informal activities ↔ titles of their jobs, everyday phrases ↔ labels. */
export const ourPairs = (
  { jobs }: Referential,
  starter: Starter,
  withPhrases: boolean,
): readonly PairSet[] => [
  {
    name: 'informal activity ↔ job',
    pairs: starter.informal.flatMap(({ phrase, codes }) =>
      jobs
        .filter(({ code, parent }) => codes.includes(code) || codes.includes(parent))
        .flatMap(({ code, label }) =>
          genders(label)
            .slice(0, 1)
            .map((other) => ({ one: phrase, other, group: code })),
        ),
    ),
  },
  ...(withPhrases
    ? [
        {
          name: 'everyday phrase ↔ skill',
          pairs: starter.skills.flatMap(({ code, label, plain, phrases }) =>
            [plain, ...phrases].map((one) => ({ one, other: label, group: code })),
          ),
        },
      ]
    : []),
]

/** Each form with the one before it, around. */
const chained = (group: string, forms: readonly string[]): readonly Pair[] => {
  const distinct = [...new Set(forms)]
  if (distinct.length < 2) return []
  const count = distinct.length === 2 ? 1 : distinct.length
  return distinct.slice(0, count).map((one, place) => ({
    one,
    other: distinct[(place + 1) % distinct.length] ?? '',
    group,
  }))
}

/** « Serveur / Serveuse » and « technicien/technicienne » name both genders: each on its own. */
const genders = (title: string): readonly string[] => title.split(/\s*\/\s*/)
