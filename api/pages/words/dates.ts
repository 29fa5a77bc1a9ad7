const timeZone = 'Europe/Paris'
const day = new Intl.DateTimeFormat('fr-FR', { timeZone, day: 'numeric', month: 'long' })
const dayAndYear = new Intl.DateTimeFormat('fr-FR', { timeZone, dateStyle: 'long' })
const year = new Intl.DateTimeFormat('fr-FR', { timeZone, year: 'numeric' })
const hour = new Intl.DateTimeFormat('fr-FR', { timeZone, hour: '2-digit', minute: '2-digit' })

/** « 3 mars à 09:05 », with the year when it is not the year of `now`. */
export function momentWords(at: Date | string, now: Date): string {
  return `${dayWords(at, now)} à ${hour.format(new Date(at))}`
}

/** « 3 mars » or « 3 mars 2025 ». */
export function dayWords(at: Date | string, now: Date): string {
  const date = new Date(at)
  const isThisYear = year.format(date) === year.format(now)
  return (isThisYear ? day : dayAndYear).format(date)
}

/** How long something has waited: « à l’instant », « 12 min », « 3 h », « 5 jours ». */
export function sinceWords(at: Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - at.getTime()) / 60_000)
  if (minutes < 1) return 'à l’instant'
  if (minutes < 60) return `depuis ${minutes} min`
  if (minutes < 24 * 60) return `depuis ${Math.floor(minutes / 60)} h`
  const days = Math.floor(minutes / (24 * 60))
  return `depuis ${days} jour${days > 1 ? 's' : ''}`
}
