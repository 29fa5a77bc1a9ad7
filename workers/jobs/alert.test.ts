import { expect, test } from 'vitest'
import { makeAlert } from './alert.ts'
import { anAlert, aPerson, aTurn, aWorld, minute, twoCounsellors } from './world.fixture.ts'

const context = { jobId: 'alert:alert-1', tries: 0, crashes: 0 }

async function aDanger() {
  const world = aWorld()
  await twoCounsellors(world)
  const personId = await aPerson(world)
  await aTurn(world, personId, { alerts: [anAlert(world, personId)] })
  const alert = makeAlert({
    ...world.stores,
    clock: world.clock,
    alertLink: (id) => `https://raconte.test/conseil/alertes/${id}`,
  })
  const mails = () => [...world.world.mails.values()]
  return { world, alert, mails }
}

test('every counsellor gets a mail at once, which says nothing of what was written', async () => {
  const { world, alert, mails } = await aDanger()
  const ran = await alert({ alertId: 'alert-1' }, context)
  expect(ran).toEqual({ postpone: new Date(world.clock.now().getTime() + 15 * minute) })
  expect(mails().map(({ to }) => to)).toEqual(['ana@ml.fr', 'bob@ml.fr'])
  const [mail] = mails()
  expect(mail?.subject).toBe('Alerte : Inès a peut-être besoin de quelqu’un maintenant')
  expect(mail?.text).toContain('https://raconte.test/conseil/alertes/alert-1')
  expect(`${mail?.subject} ${mail?.text}`).not.toMatch(/salut|\+33|suicid/i)
})

test('a second run in the same quarter of an hour writes to nobody', async () => {
  const { world, alert, mails } = await aDanger()
  await alert({ alertId: 'alert-1' }, context)
  world.pass(minute)
  await alert({ alertId: 'alert-1' }, context)
  expect(mails()).toHaveLength(2)
})

test('without an answer the mail comes back every quarter of an hour, eight times', async () => {
  const { world, alert, mails } = await aDanger()
  let rounds = 0
  for (;;) {
    const ran = await alert({ alertId: 'alert-1' }, context)
    rounds += 1
    if (!ran) break
    world.pass(ran.postpone.getTime() - world.clock.now().getTime())
  }
  expect(rounds).toBe(8)
  expect(mails()).toHaveLength(16)
  expect(mails().at(-1)?.subject).toMatch(/^Rappel 7 :/)
})

test('an alert that a counsellor took stops writing', async () => {
  const { world, alert, mails } = await aDanger()
  await alert({ alertId: 'alert-1' }, context)
  await world.stores.alerts.acknowledge('alert-1', 'ana', world.clock.now())
  world.pass(15 * minute)
  expect(await alert({ alertId: 'alert-1' }, context)).toBeUndefined()
  expect(mails()).toHaveLength(2)
})

test('an alert that waited a whole night because we were down still writes once', async () => {
  const { world, alert, mails } = await aDanger()
  world.pass(10 * 60 * minute)
  expect(await alert({ alertId: 'alert-1' }, context)).toBeUndefined()
  expect(mails()).toHaveLength(2)
})

test('an alert of somebody who was erased is over', async () => {
  const { alert, mails } = await aDanger()
  expect(await alert({ alertId: 'gone' }, context)).toBeUndefined()
  expect(mails()).toEqual([])
})
