import { type ShownAlert, toldAfter } from '../../pages/conseil/alert-list.ts'
import type { PageDeps } from '../../pages/page-deps.ts'

/** The alerts that nobody has taken, of a structure or of one person in it, each with what the robot answered. */
export async function shownAlerts(
  { alerts, thread }: Pick<PageDeps, 'alerts' | 'thread'>,
  structureId: string,
  personId?: string,
): Promise<ShownAlert[]> {
  const open = (await alerts.openOf(structureId)).filter(
    (alert) => !alert.acknowledged && (personId === undefined || alert.personId === personId),
  )
  return Promise.all(
    open.map(async (alert) => ({
      ...alert,
      told: toldAfter(await thread.ofPerson(alert.personId), alert.messageId),
    })),
  )
}
