/** A point in time, as precisely as the person said it. `month` is 1-12. */
export type Moment = {
  readonly year: number
  readonly month?: number
  readonly season?: 'printemps' | 'été' | 'automne' | 'hiver'
}

export type Duration = {
  readonly count: number
  readonly unit: 'jour' | 'semaine' | 'mois' | 'an'
}

/**
 * When something was done. Nothing is filled in that was not said: « 2 mois cet été » keeps a
 * duration and a season, « parfois » keeps a frequency only.
 */
export type Period = {
  readonly from?: Moment
  readonly to?: Moment
  /** Still going on (« depuis mars »). */
  readonly isOngoing?: boolean
  readonly duration?: Duration
  /** In the words of a CV: « le week-end », « ponctuellement ». */
  readonly frequency?: string
}

export const monthNames = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
]

/** The period in the words of a French CV, without a capital: « été 2026, 2 mois ». */
export function periodLabel(period: Period): string {
  return [span(period), period.duration && durationLabel(period.duration), period.frequency]
    .filter(Boolean)
    .join(', ')
}

function durationLabel({ count, unit }: Duration): string {
  const plural = count > 1 && unit !== 'mois' ? 's' : ''
  return `${count} ${unit}${plural}`
}

function momentLabel({ year, month, season }: Moment): string {
  if (month) return `${monthNames[month - 1]} ${year}`
  return season ? `${season} ${year}` : String(year)
}

function span({ from, to, isOngoing }: Period): string {
  if (from && isOngoing) return `depuis ${momentLabel(from)}`
  if (!from) return to ? `jusqu’à ${momentLabel(to)}` : ''
  if (!to || momentLabel(from) === momentLabel(to)) return momentLabel(from)
  const first = from.month && from.year === to.year ? monthNames[from.month - 1] : momentLabel(from)
  return `${first} – ${momentLabel(to)}`
}
