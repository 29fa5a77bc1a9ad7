import { expect, test } from 'vitest'
import { aHouse } from '#api/pages/house.fixture.ts'
import { aToldStory } from '#api/pages/told-story.fixture.ts'

async function aSpace() {
  const house = await aHouse()
  const story = await aToldStory(house.stores, { firstName: 'Léa' })
  const me = house.browser()
  await me.open(`/moi/${await house.share(story.personId, 'space')}`)
  return { ...house, ...story, me }
}

test('somebody who wrote by SMS goes on in the chat of this browser, in the same conversation', async () => {
  const { app, me, stores, personId } = await aSpace()
  expect((await me.open('/moi')).html).toContain('Continuer sur ce navigateur')
  const gone = await me.submit('/moi/chat')
  expect([gone.status, gone.headers['referrer-policy']]).toEqual([303, 'same-origin'])
  const given = new URLSearchParams(gone.location?.split('#')[1])
  const address = given.get('conversation') ?? ''
  expect((await stores.people.atAddress({ channel: 'web', address }))?.id).toBe(personId)
  expect((await stores.people.find(personId))?.addresses).toHaveLength(2)
  const opened = await app.inject({
    url: `/v3/directline/conversations/${address}/activities`,
    headers: { authorization: `Bearer ${given.get('token')}` },
  })
  expect(opened.statusCode).toBe(200)
  const log = await stores.auditLog.ofPerson(personId)
  expect(log.map(({ action }) => action)).toContain('linked-chat')
})

test('each browser gets a conversation of its own', async () => {
  const { me } = await aSpace()
  await me.open('/moi')
  const first = await me.submit('/moi/chat')
  await me.open('/moi')
  const second = await me.submit('/moi/chat')
  expect(first.location).not.toBe(second.location)
})

test('nobody gets into a conversation from another site, or without the link', async () => {
  const { me, browser, stores, personId } = await aSpace()
  expect((await me.forge('/moi/chat')).status).toBe(403)
  const stranger = browser()
  await stranger.open('/conseil/connexion')
  expect((await stranger.submit('/moi/chat')).status).toBe(403)
  expect((await stores.people.find(personId))?.addresses).toHaveLength(1)
})
