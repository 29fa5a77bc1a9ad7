import { told } from '#portfolio/field.ts'
import type { Alerts, OpenAlert } from './alerts.ts'
import type { MemoryWorld } from './memory-world.ts'

export function memoryAlerts(world: MemoryWorld): Alerts {
  const all = () => [...world.alerts.values()].map((alert) => opened(world, alert))
  return {
    async find(alertId) {
      return all().find((alert) => alert.id === alertId)
    },
    async openOf(structureId) {
      return all()
        .filter((alert) => alert.structureId === structureId && !alert.acknowledged)
        .sort((a, b) => a.at.getTime() - b.at.getTime())
    },
    async acknowledge(alertId, counsellorId, at) {
      const alert = world.alerts.get(alertId)
      if (alert && !alert.acknowledged)
        world.alerts.set(alertId, { ...alert, acknowledged: { by: counsellorId, at } })
    },
  }
}

function opened(
  world: MemoryWorld,
  alert: MemoryWorld['alerts'] extends Map<string, infer A> ? A : never,
): OpenAlert {
  const record = world.conversations.get(alert.personId)?.record
  const firstName = record && told(record.firstName)
  const structureId = world.people.get(alert.personId)?.structureId ?? ''
  return { ...alert, structureId, ...(firstName && { firstName }) }
}
