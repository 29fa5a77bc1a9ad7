import { beforeEach, describe, expect, it } from 'vitest'
import type { Alert } from './conversation-store.ts'
import type { MemoryStores } from './memory-stores.ts'
import {
  aConversation,
  anId,
  aRecord,
  aTurn,
  later,
  type OpenStores,
  somebody,
} from './store-fixtures.contract.ts'

/** What every store of alerts promises: an alert stays open until somebody is named. */
export function alertsContract(name: string, open: OpenStores) {
  describe(`${name} keeps alerts`, () => {
    let stores: MemoryStores
    let structureId: string

    beforeEach(async () => {
      stores = await open()
    })

    const raise = async (first: string | undefined, seconds: number) => {
      const { personId, messageId } = await somebody(stores)
      structureId = (await stores.people.find(personId))?.structureId ?? ''
      const version = ((await stores.conversations.load(personId)).conversation?.version ?? 0) + 1
      const alert: Alert = {
        id: anId('alert'),
        personId,
        level: 3,
        kind: 'suicide',
        messageId,
        at: later(seconds),
      }
      const record = aRecord(personId, first ? { first } : {})
      const conversation = aConversation(personId, { version, record })
      await stores.conversations.commit(aTurn(personId, { conversation, alerts: [alert] }))
      return alert
    }

    it('tells whom and where it is about', async () => {
      const alert = await raise('Lina', 1)
      const expected = { ...alert, structureId, firstName: 'Lina' }
      expect(await stores.alerts.find(alert.id)).toEqual(expected)
      expect(await stores.alerts.openOf(structureId)).toEqual([expected])
    })

    it('does not need a name', async () => {
      const alert = await raise(undefined, 1)
      expect(await stores.alerts.find(alert.id)).toEqual({ ...alert, structureId })
      expect(await stores.alerts.find('nothing')).toBeUndefined()
    })

    it('lists the open ones, oldest first', async () => {
      const recent = await raise('Lina', 5)
      const old = await raise('Lina', 1)
      const open_ = await stores.alerts.openOf(structureId)
      expect(open_.map(({ id }) => id)).toEqual([old.id, recent.id])
      const other = await stores.accounts.createStructure('Ailleurs', false)
      expect(await stores.alerts.openOf(other.id)).toEqual([])
    })

    it('names the first who acknowledges', async () => {
      const alert = await raise('Lina', 1)
      await stores.alerts.acknowledge(alert.id, 'sami', later(60))
      await stores.alerts.acknowledge(alert.id, 'jo', later(61))
      const { acknowledged } = (await stores.alerts.find(alert.id)) ?? {}
      expect(acknowledged).toEqual({ by: 'sami', at: later(60) })
      expect(await stores.alerts.openOf(structureId)).toEqual([])
    })
  })
}
