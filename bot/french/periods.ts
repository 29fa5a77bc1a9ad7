import { type Duration, type Moment, monthNames, type Period } from '#portfolio/period.ts'
import { frequencyPatterns } from './frequencies.ts'
import { ago, durationOf, monthAt, seasonAt, yearAt } from './moments.ts'
import { normalise } from './normalise.ts'

/** When, with the words that say it (UTF-16 units of the raw text, `end` exclusive). */
export type FoundPeriod = {
  readonly period: Period
  readonly span: { readonly start: number; readonly end: number; readonly text: string }
}

type Found = { readonly period: Period; readonly start: number; readonly end: number }
type Reader = (match: RegExpExecArray, today: Date) => Period | undefined

const month = `(${monthNames.join('|')})`
const day = '(?:\\d{1,2}(?:er)? )'
const year = '((?:19|20)\\d\\d)'
const count = '(\\d{1,2}|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze)'
const unit = '(jours?|j|semaines?|mois|ans?|années?)'
const season = '(printemps|été|automne|hiver)'

/** The edge of a word; `\\b` knows no accented letters. */
const edge = '(?:(?<![\\p{L}\\d])(?=[\\p{L}\\d])|(?<=[\\p{L}\\d])(?![\\p{L}\\d]))'

/** Longest expressions first: what one reads, the next cannot. */
const readers: readonly (readonly [string, Reader])[] = [
  [
    `\\b(?:du |de |entre le |le )?${day}${month}(?: ${year})? ?(?:à|a|au|jusqu'au|et le|-|–) ?${day}${month}(?: ${year})?\\b`,
    betweenMonths,
  ],
  [
    `\\b(?:du |entre le )${day}(?:au|à|a|et le) ${day}${month}(?: ${year})?\\b`,
    (m, today) => at(monthAt(m[1], m[2], today)),
  ],
  [
    `\\b(?:de |du |depuis |entre )?${month}(?: ${year})? ?(?:à|a|au|jusqu'à|jusqu'en|et|-|–) ?${month}(?: ${year})?\\b`,
    betweenMonths,
  ],
  [`\\b(?:de |entre |depuis )?${year} ?(?:à|a|et|-|–|/|jusqu'en) ?${year}\\b`, betweenYears],
  [
    `\\bdepuis (?:le mois de |début |fin )?${month}(?: ${year})?\\b`,
    (m, today) => since(monthAt(m[1], m[2], today)),
  ],
  [`\\bdepuis (?:l')?(?:en )?${year}\\b`, (m, today) => since(yearAt(m[1], today))],
  [
    `\\bdepuis (?:l'|le |cet )?${season}(?: dernier)?(?: ${year})?\\b`,
    (m, today) => since(seasonAt(m[1], m[2], today)),
  ],
  [
    `\\bdepuis (?:environ |à peu près |presque )?${count} ${unit}\\b`,
    (m, today) => since(ago(durationOf(m[1], m[2]), today)),
  ],
  [
    `\\bil y a (?:environ |à peu près |presque )?${count} ${unit}\\b|\\by ?'? ?a (?:environ |presque )?${count} ${unit}\\b`,
    (m, today) => at(ago(durationOf(m[1] ?? m[3], m[2] ?? m[4]), today)),
  ],
  [
    `\\bjusqu'(?:à |en |au mois de? )?${month}(?: ${year})?\\b`,
    (m, today) => until(monthAt(m[1], m[2], today)),
  ],
  [`\\bjusqu'(?:à |en )${year}\\b`, (m, today) => until(yearAt(m[1], today))],
  [`\\b(?:dans|d'ici) ${count} ${unit}\\b|\\b\\S+ (?:prochaine?|d'après)\\b`, () => undefined],
  [
    `\\b(?:cet |cette |l'|le |en |pendant l'|au )?${season} ?${year}\\b`,
    (m, today) => at(seasonAt(m[1], m[2], today)),
  ],
  [
    `\\b(?:l'|le )${season} (?:dernier|passé)\\b|\\b(?:cet|ce) ${season}\\b`,
    (m, today) => at(seasonAt(m[1] ?? m[2], undefined, today)),
  ],
  [
    `\\b(?:l'an|l'année|année|an) (?:dernier|dernière|passée?)\\b`,
    (_, today) => at({ year: today.getFullYear() - 1 }),
  ],
  [`\\bcette année\\b`, (_, today) => at({ year: today.getFullYear() })],
  [
    `\\b(?:en |au mois de? |début |fin |mi-)?${month}(?: ${year}| dernier)?\\b`,
    (m, today) => at(monthAt(m[1], m[2], today)),
  ],
  [`\\b(?:en |depuis |courant |année )${year}\\b`, (m, today) => at(yearAt(m[1], today))],
  [
    `(?<=\\b(?:stages?|alternance|immersion|pmsmp|contrat|cdd|mission|intérim|apprentissage|boulot|job|travail|essai) )(?:de |d')${count} ?${unit}\\b`,
    (m) => lasting(durationOf(m[1], m[2])),
  ],
  [
    `(?<!(?:j'ai|il a|elle a|a|à|de|dès|avait|avais|enfants?|vers) )(?<!\\d-)\\b(?:pendant |durant |environ )?${count} ?${unit}\\b(?! par )`,
    (m) => lasting(durationOf(m[1], m[2])),
  ],
  ...frequencyPatterns.map(([pattern, words]): readonly [string, Reader] => [
    pattern,
    (m) => ({ frequency: words(m) }),
  ]),
]

/**
 * Every « when » of a message, resolved against the day it was written, in the order told. Only what was said is
 * kept (« cet été » has no month); neighbours that complete each other are one period (« 2 mois cet
 * été »). The future, the impossible and ages (« j'ai 19 ans ») are left out.
 */
export function findPeriods(raw: string, today: Date): FoundPeriod[] {
  const normal = normalise(raw)
  const text = normal.text.toLowerCase().replaceAll('’', "'")
  const taken: { start: number; end: number }[] = []
  const found: Found[] = []
  for (const [pattern, read] of readers) {
    for (const match of text.matchAll(new RegExp(pattern.replaceAll('\\b', edge), 'gu'))) {
      const [start, end] = [match.index, match.index + match[0].length]
      if (taken.some((other) => start < other.end && end > other.start)) continue
      taken.push({ start, end })
      const period = read(match, today)
      if (period) found.push({ period, start, end })
    }
  }
  return merged(
    found.toSorted((a, b) => a.start - b.start),
    text,
  ).map(({ period, start, end }) => {
    const span = normal.toRaw(start, end)
    return { period, span: { ...span, text: raw.slice(span.start, span.end) } }
  })
}

function merged(found: readonly Found[], text: string): Found[] {
  const all: Found[] = []
  for (const next of found) {
    const last = all.at(-1)
    const gap = last ? text.slice(last.end, next.start) : ''
    const clash = last && Object.keys(last.period).some((key) => key in next.period)
    if (last && !clash && /^[\s,(]*(?:(?:en|pendant|de|à|a|,) ?)*$/.test(gap)) {
      all[all.length - 1] = {
        period: { ...last.period, ...next.period },
        start: last.start,
        end: next.end,
      }
    } else all.push(next)
  }
  return all
}

function betweenMonths(match: RegExpExecArray, today: Date): Period | undefined {
  const [, first, firstYear, second, secondYear] = match
  const to = monthAt(second, secondYear ?? firstYear, today)
  if (!to?.month) return undefined
  const month = monthNames.indexOf(first ?? '') + 1
  const from = {
    year: firstYear && secondYear ? Number(firstYear) : month > to.month ? to.year - 1 : to.year,
    month,
  }
  const isBackwards = from.year > to.year || (from.year === to.year && month > to.month)
  return isBackwards ? undefined : { from, to }
}

function betweenYears(match: RegExpExecArray, today: Date): Period | undefined {
  const from = yearAt(match[1], today)
  const to = yearAt(match[2], today)
  return from && to && from.year <= to.year ? { from, to } : undefined
}

function since(from: Moment | undefined): Period | undefined {
  return from && { from, isOngoing: true }
}

function until(to: Moment | undefined): Period | undefined {
  return to && { to }
}

function at(moment: Moment | undefined): Period | undefined {
  return moment && { from: moment, to: moment }
}

function lasting(duration: Duration | undefined): Period | undefined {
  return duration && { duration }
}
