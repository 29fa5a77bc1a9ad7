import { expect, test } from 'vitest'
import { textOf } from '#api/pages/browser.fixture.ts'
import { aHouse } from '#api/pages/house.fixture.ts'
import { aToldStory } from '#api/pages/told-story.fixture.ts'

async function aPerson() {
  const house = await aHouse()
  const story = await aToldStory(house.stores)
  const desk = await house.signedIn(house.claire)
  return { ...house, ...story, desk, address: `/conseil/personnes/${story.personId}` }
}

test('the thread is shown with the channel and what became of each message', async () => {
  const { desk, address, stores, personId } = await aPerson()
  const page = textOf((await desk.open(address)).html)
  expect(page).toContain('jfesé la plonge o resto de mon oncle')
  expect(page).toContain('en attente d’envoi')
  expect(page).toContain('06 39 98 00 01')
  const log = await stores.auditLog.ofPerson(personId)
  expect(log.map(({ actor, action }) => [actor, action])).toEqual([
    [expect.any(String), 'read-thread'],
  ])
})

test('a counsellor writes, takes the conversation over and hands it back', async () => {
  const { desk, address, said, personId, stores } = await aPerson()
  await desk.open(address)
  await desk.submit(`${address}/message`, { text: ' Bonjour Léa ' })
  await desk.open(address)
  await desk.submit(`${address}/reprendre`)
  await desk.open(address)
  await desk.submit(`${address}/rendre`)
  expect(said.map(({ text }) => text)).toEqual(['Bonjour Léa', '(reprise)', '(rendue)'])
  const actions = (await stores.auditLog.ofPerson(personId)).map(({ action }) => action)
  expect(actions.filter((action) => action !== 'read-thread')).toEqual([
    'wrote',
    'took-over',
    'handed-back',
  ])
})

test('an empty or too long message is not sent, and what was typed stays', async () => {
  const { desk, address, said } = await aPerson()
  await desk.open(address)
  const page = await desk.submit(`${address}/message`, { text: 'é'.repeat(451) })
  expect(page.status).toBe(422)
  expect(page.html).toContain('é'.repeat(451))
  expect(page.html).toContain('aria-describedby="text-error"')
  expect(said).toEqual([])
})

test('the CV files are there when they are rendered, under a name that any system takes', async () => {
  const { desk, address, stores, draft } = await aPerson()
  expect((await desk.open(`${address}/cv.pdf`)).status).toBe(404)
  await stores.files.put({
    draftId: draft.id,
    draftVersion: 1,
    format: 'pdf',
    bytes: Buffer.from('%PDF-1.7'),
  })
  expect((await desk.open(address)).html).toContain(`href="${address}/cv.pdf"`)
  const file = await desk.open(`${address}/cv.pdf`)
  expect(file.bytes.toString()).toBe('%PDF-1.7')
  expect(file.headers['content-disposition']).toBe(
    `attachment; filename="CV-Lea-Noel.pdf"; filename*=UTF-8''CV-L%C3%A9a-No%C3%ABl.pdf`,
  )
})

test('a message with markup in it is read as text, on the thread and in the review', async () => {
  const { desk, address, stores, draft, now } = await aPerson()
  const text = '<script>alert(1)</script> & <b>moi</b>'
  const message = {
    channel: 'sms',
    address: '+33639980001',
    externalId: 'markup',
    text,
    attachments: 0,
    masked: [],
    receivedAt: now(),
  } as const
  const { messageId } = await stores.inbox.accept(message, now())
  const [line, ...others] = draft.items
  if (!line) throw new Error('the draft has a line')
  const quotes = [{ messageId, start: 0, end: 25, text: text.slice(0, 25) }]
  await stores.drafts.save({ ...draft, version: 2, items: [{ ...line, quotes }, ...others] }, [])
  const thread = await desk.open(address)
  expect(thread.html).toContain('&lt;script>alert(1)&lt;/script> &amp; &lt;b>moi&lt;/b>')
  const review = await desk.open(`/conseil/dossiers/${draft.id}`)
  expect(review.html).toContain(
    '<mark data-items="element-1">&lt;script>alert(1)&lt;/script></mark> &amp; &lt;b>moi',
  )
  expect(`${thread.html}${review.html}`).not.toContain('<script>alert')
})

test('after STOP nothing is sent, and the page says why', async () => {
  const { desk, address, stores, said } = await aPerson()
  await stores.people.setOptOut({ channel: 'sms', address: '+33639980001' }, true, 'test')
  const page = await desk.open(address)
  expect(textOf(page.html)).toContain('Cette personne a répondu STOP')
  await desk.submit(`${address}/message`, { text: 'Bonjour' })
  expect(said).toEqual([])
})
