import type { Alerts, OpenAlert } from '#bot/ports/alerts.ts'
import type { Alert } from './client/client.ts'
import type { Database } from './database.ts'

type Row = Alert & { person: { firstName: string | null } }

const include = { person: { select: { firstName: true } } } as const

export function prismaAlerts(database: Database): Alerts {
  return {
    async find(alertId) {
      const row = await database.alert.findUnique({ where: { id: alertId }, include })
      return row ? alertOf(row) : undefined
    },
    async openOf(structureId) {
      const rows = await database.alert.findMany({
        where: { structureId, acknowledgedAt: null },
        orderBy: { at: 'asc' },
        include,
      })
      return rows.map(alertOf)
    },
    async acknowledge(alertId, counsellorId, at) {
      await database.alert.updateMany({
        where: { id: alertId, acknowledgedAt: null },
        data: { acknowledgedBy: counsellorId, acknowledgedAt: at },
      })
    },
  }
}

function alertOf(row: Row): OpenAlert {
  const { id, personId, structureId, level, kind, messageId, at } = row
  const { firstName } = row.person
  return {
    id,
    personId,
    structureId,
    level: level === 1 || level === 2 ? level : 3,
    kind,
    messageId,
    at,
    ...(firstName && { firstName }),
    ...(row.acknowledgedBy &&
      row.acknowledgedAt && { acknowledged: { by: row.acknowledgedBy, at: row.acknowledgedAt } }),
  }
}
