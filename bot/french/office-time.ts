const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  weekday: 'short',
  hour: 'numeric',
  hourCycle: 'h23',
})

/** Weekday (1 = Monday … 7 = Sunday) and hour in Paris, whatever the clock of the machine says. */
export function parisTime(at: Date): { readonly weekday: number; readonly hour: number } {
  const read = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]))
  const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(read.weekday ?? '') + 1
  return { weekday, hour: Number(read.hour) }
}

/** Monday to Friday, 9 to 18: when somebody of a mission locale may be reading. */
export function isOfficeTime(at: Date): boolean {
  const { weekday, hour } = parisTime(at)
  return weekday <= 5 && hour >= 9 && hour < 18
}
