import type { Accounts } from '#bot/ports/accounts.ts'
import type { Alerts } from '#bot/ports/alerts.ts'
import type { Clock } from '#bot/ports/clock.ts'
import type { Mails } from '#bot/ports/mail.ts'
import type { Handler } from '../handlers.ts'
import { alertMail } from '../render/mail-texts.ts'
import { postOnce } from './post-once.ts'

export type AlertDeps = {
  readonly alerts: Pick<Alerts, 'find'>
  readonly accounts: Pick<Accounts, 'counsellorsOf'>
  readonly mails: Pick<Mails, 'find' | 'post'>
  readonly clock: Clock
  /** Absolute address of an alert on the desk. It contains the id. */
  readonly alertLink: (alertId: string) => string
}

const roundLength = 15 * 60_000
const rounds = 8

/**
 * Writes to every counsellor of the structure, again every 15 minutes until one acknowledges, eight
 * times at most. The round comes from the age of the alert and from nothing else, so that restarts
 * and second runs neither repeat nor skip one; the first mail leaves however late the job runs.
 */
export function makeAlert({
  alerts,
  accounts,
  mails,
  clock,
  alertLink,
}: AlertDeps): Handler<'alert'> {
  return async ({ alertId }) => {
    const alert = await alerts.find(alertId)
    if (!alert || alert.acknowledged) return undefined
    const now = clock.now()
    const age = Math.max(0, now.getTime() - alert.at.getTime())
    const round = Math.min(Math.floor(age / roundLength), rounds - 1)
    await postOnce(
      mails,
      await accounts.counsellorsOf(alert.structureId),
      `alert:${alertId}:${round}`,
      { ...alertMail(alert.firstName, round, alertLink(alertId)), createdAt: now },
    )
    if (round === rounds - 1) return undefined
    return { postpone: new Date(alert.at.getTime() + (round + 1) * roundLength) }
  }
}
