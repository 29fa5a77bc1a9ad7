import { parisTime } from '#bot/french/office-time.ts'

const quarter = 15 * 60_000

/**
 * The first moment from `now` on, by quarters of an hour, at which a nudge disturbs nobody: weekdays
 * 9-19, Saturday 10-18, never on Sunday, in Paris. Replies to what a person wrote go out at any hour;
 * this is for us speaking first. Public holidays are not known here.
 */
export function nextFriendlyTime(now: Date): Date {
  for (let at = now.getTime(); ; at += quarter - (at % quarter)) {
    if (isFriendly(new Date(at))) return new Date(at)
  }
}

function isFriendly(at: Date): boolean {
  const { weekday, hour } = parisTime(at)
  if (weekday === 7) return false
  return weekday === 6 ? hour >= 10 && hour < 18 : hour >= 9 && hour < 19
}
