import { type Duration, type Moment, monthNames } from '#portfolio/period.ts'

/** A year not in the future. */
export function yearAt(said: string | undefined, today: Date): Moment | undefined {
  const value = Number(said)
  return value >= 1950 && value <= today.getFullYear() ? { year: value } : undefined
}

/** A month without a year is the last one that has begun. */
export function monthAt(
  name: string | undefined,
  said: string | undefined,
  today: Date,
): Moment | undefined {
  const value = monthNames.indexOf(name ?? '') + 1
  const isPast = value <= today.getMonth() + 1
  if (value === 0) return undefined
  if (said === undefined)
    return { year: isPast ? today.getFullYear() : today.getFullYear() - 1, month: value }
  const isFuture =
    Number(said) > today.getFullYear() || (Number(said) === today.getFullYear() && !isPast)
  return isFuture || Number(said) < 1950 ? undefined : { year: Number(said), month: value }
}

const starts = { printemps: 3, été: 6, automne: 9, hiver: 12 } as const

/** A season without a year is the last one that has begun; winter bears the year of its December. */
export function seasonAt(
  name: string | undefined,
  said: string | undefined,
  today: Date,
): Moment | undefined {
  if (name !== 'printemps' && name !== 'été' && name !== 'automne' && name !== 'hiver')
    return undefined
  const hasBegun = starts[name] <= today.getMonth() + 1
  const last = hasBegun ? today.getFullYear() : today.getFullYear() - 1
  const value = said === undefined ? last : Number(said)
  return value <= last && value >= 1950 ? { year: value, season: name } : undefined
}

/** Years ago give a year, anything shorter a month: no more than was said. */
export function ago(duration: Duration | undefined, today: Date): Moment | undefined {
  if (!duration) return undefined
  if (duration.unit === 'an') return { year: today.getFullYear() - duration.count }
  const days = duration.count * (duration.unit === 'jour' ? 1 : 7)
  const date =
    duration.unit === 'mois'
      ? new Date(today.getFullYear(), today.getMonth() - duration.count, 1)
      : new Date(today.getFullYear(), today.getMonth(), today.getDate() - days)
  return { year: date.getFullYear(), month: date.getMonth() + 1 }
}

const numbers: Readonly<Record<string, number>> = {
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  onze: 11,
  douze: 12,
  quinze: 15,
}

/** « 2 semaines » → 2 weeks; `undefined` for none. */
export function durationOf(said: string | undefined, unitSaid = ''): Duration | undefined {
  const value = numbers[said ?? ''] ?? Number(said)
  const unit = unitSaid.startsWith('j')
    ? 'jour'
    : unitSaid.startsWith('s')
      ? 'semaine'
      : unitSaid === 'mois'
        ? 'mois'
        : 'an'
  return value > 0 ? { count: value, unit } : undefined
}
