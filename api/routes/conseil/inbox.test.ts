import { expect, test } from 'vitest'
import { textOf } from '#api/pages/browser.fixture.ts'
import { aHouse, type House } from '#api/pages/house.fixture.ts'
import { aToldStory } from '#api/pages/told-story.fixture.ts'
import { decide } from '#portfolio/review-draft.ts'

test.each([
  '/conseil',
  '/conseil/dossiers/x',
  '/conseil/personnes/x',
  '/conseil/personnes/x/cv.pdf',
  '/admin',
])('without a session %s is the login page', async (address) => {
  const { browser } = await aHouse()
  const page = await browser().open(address)
  expect([page.status, page.location]).toEqual([303, '/conseil/connexion'])
})

test('the inbox of an empty structure says what will come', async () => {
  const { signedIn, claire } = await aHouse()
  const page = textOf((await (await signedIn(claire)).open('/conseil')).html)
  expect(page).toContain('0 à relire')
  expect(page).toContain('Aucun dossier à relire pour le moment.')
})

test('drafts are sorted by what they wait for, oldest first', async () => {
  const { signedIn, claire, stores } = await aHouse()
  await aToldStory(stores, { firstName: 'Léa' })
  const tom = await aToldStory(stores, {
    firstName: 'Tom',
    address: '+33639980002',
    at: '2026-11-18T08:00:00.000Z',
  })
  const ines = await aToldStory(stores, { firstName: 'Inès', address: '+33639980003' })
  const asked = decide(
    ines.draft,
    'skill:c1',
    { kind: 'ask', question: 'C’était quand ?' },
    '2026-11-20T08:10:00.000Z',
  )
  await stores.drafts.save(asked, [])
  const { html } = await (await signedIn(claire)).open('/conseil')
  const page = textOf(html)
  expect(page).toContain('2 à relire')
  expect(page).toContain('1 en attente')
  expect(page.indexOf('Tom Noël')).toBeLessThan(page.indexOf('Léa Noël'))
  expect(page.indexOf('Inès Noël')).toBeGreaterThan(page.indexOf('En attente d’une réponse'))
  expect(html).toContain(`/conseil/dossiers/${tom.draft.id}`)
})

test('a name with markup in it is read as text', async () => {
  const { signedIn, claire, stores } = await aHouse()
  await aToldStory(stores, { firstName: '<script>alert(1)</script>' })
  const { html } = await (await signedIn(claire)).open('/conseil')
  expect(html).toContain('&lt;script>alert(1)&lt;/script>')
  expect(html).not.toContain('<script>alert')
})

test('nobody of another structure is there, in lists or by address', async () => {
  const { signedIn, stranger, stores } = await aHouse()
  const { personId, draft } = await aToldStory(stores)
  const desk = await signedIn(stranger)
  expect(textOf((await desk.open('/conseil')).html)).not.toContain('Léa')
  for (const address of [
    `/conseil/dossiers/${draft.id}`,
    `/conseil/personnes/${personId}`,
    `/conseil/personnes/${personId}/cv.pdf`,
  ]) {
    expect((await desk.open(address)).status).toBe(404)
  }
  for (const address of [
    `/conseil/dossiers/${draft.id}/valider`,
    `/conseil/dossiers/${draft.id}/tout-accepter`,
    `/conseil/personnes/${personId}/message`,
    `/conseil/personnes/${personId}/reprendre`,
  ]) {
    await desk.open('/conseil')
    expect((await desk.submit(address, { version: '1', text: 'bonjour' })).status).toBe(404)
  }
  expect((await stores.drafts.find(draft.id))?.version).toBe(1)
})

test('an alert stands on top until somebody takes it', async () => {
  const house = await aHouse()
  const { personId } = await anAlert(house)
  const desk = await house.signedIn(house.claire)
  const before = await desk.open('/conseil')
  expect(textOf(before.html)).toContain('Danger immédiat possible')
  await desk.submit('/conseil/alertes/alerte-1/prise-en-charge')
  expect(textOf((await desk.open('/conseil')).html)).not.toContain('Danger immédiat')
  const taken = await house.stores.alerts.find('alerte-1')
  expect(taken?.acknowledged?.by).toBe(house.claire.id)
  const log = await house.stores.auditLog.ofPerson(personId)
  expect(log.map(({ action }) => action)).toContain('acknowledged-alert')
})

test('an alert of another structure cannot be taken', async () => {
  const house = await aHouse()
  await anAlert(house)
  const desk = await house.signedIn(house.stranger)
  await desk.open('/conseil')
  expect((await desk.submit('/conseil/alertes/alerte-1/prise-en-charge')).status).toBe(404)
  expect((await house.stores.alerts.find('alerte-1'))?.acknowledged).toBeUndefined()
})

test('somebody without a draft is found, and an empty search says so', async () => {
  const { signedIn, claire, stores, now } = await aHouse()
  const message = {
    channel: 'sms',
    address: '+33639980042',
    externalId: '1',
    text: 'slt',
    attachments: 0,
    masked: [],
    receivedAt: now(),
  } as const
  const { personId } = await stores.inbox.accept(message, now())
  const desk = await signedIn(claire)
  expect((await desk.open('/conseil')).html).toContain(`/conseil/personnes/${personId}`)
  const none = await desk.open('/conseil?q=%3Cb%3Ezzz')
  expect(textOf(none.html)).toContain('Personne ne correspond à « <b>zzz ».')
})

async function anAlert({ stores, now }: House) {
  const story = await aToldStory(stores)
  const { conversation } = await stores.conversations.load(story.personId)
  if (!conversation) throw new Error('the story has a conversation')
  await stores.conversations.commit({
    conversation: { ...conversation, version: conversation.version + 1 },
    handled: [],
    outgoing: [],
    events: [],
    alerts: [
      {
        id: 'alerte-1',
        personId: story.personId,
        level: 3,
        kind: 'danger',
        messageId: story.messageIds[1] ?? '',
        at: now(),
      },
    ],
    jobs: [],
  })
  return story
}

test('an alert says how grave, about what, since when, and what the robot answered', async () => {
  const house = await aHouse()
  const { personId, messageIds } = await anAlert(house)
  house.wait(2)
  const desk = await house.signedIn(house.claire)
  const { html } = await desk.open('/conseil')
  const text = textOf(html)
  expect(text).toContain('Niveau 3 sur 3')
  expect(text).toContain('depuis 2 h')
  expect(html).toContain(`/conseil/personnes/${personId}#${messageIds[1]}`)
  expect(text).toContain('Le robot n’a pas encore répondu.')
  expect(textOf((await desk.open(`/conseil/personnes/${personId}`)).html)).toContain('Une alerte')
  const taken = await desk.submit('/conseil/alertes/alerte-1/prise-en-charge')
  expect(taken.location).toBe(`/conseil/personnes/${personId}#${messageIds[1]}`)
  const after = textOf((await desk.open(`/conseil/personnes/${personId}`)).html)
  expect(after).not.toContain('Une alerte')
})
