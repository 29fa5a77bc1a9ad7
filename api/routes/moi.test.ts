import { expect, test } from 'vitest'
import { textOf } from '#api/pages/browser.fixture.ts'
import { aHouse } from '#api/pages/house.fixture.ts'
import { aToldStory } from '#api/pages/told-story.fixture.ts'

async function aSpace(firstName = 'Léa') {
  const house = await aHouse()
  const story = await aToldStory(house.stores, { firstName })
  const token = await house.share(story.personId, 'space')
  const me = house.browser()
  const entered = await me.open(`/moi/${token}`)
  return { ...house, ...story, token, me, entered }
}

test('the link opens the space and its secret leaves the address bar', async () => {
  const { me, entered } = await aSpace()
  expect([entered.status, entered.location]).toEqual([303, '/moi'])
  expect(String(entered.headers['set-cookie'])).toMatch(/Path=\/moi;.*HttpOnly; SameSite=Lax/)
  const page = await me.open('/moi')
  const text = textOf(page.html)
  expect(text).toContain('Bonjour Léa')
  expect(text).toContain('Plonge et service en salle')
  expect(text).toContain('parce que tu as dit lé gens payé a moi')
  expect(text).toContain('dit par toi')
  expect(text).toContain('Pas encore de CV')
  expect(page.headers['cache-control']).toBe('no-store')
})

test('without a link, the page says how to get one', async () => {
  const { browser } = await aHouse()
  const page = await browser().open('/moi')
  expect(textOf(page.html)).toContain('envoie MOI au numéro')
})

test('a link that is wrong, over, or for a CV opens nothing', async () => {
  const { browser, share, personId, draft, wait, token } = await aSpace()
  expect((await browser().open('/moi/nothing')).status).toBe(404)
  expect((await browser().open(`/moi/${await share(personId, 'cv', draft.id)}`)).status).toBe(404)
  wait(8 * 24)
  const late = await browser().open(`/moi/${token}`)
  expect(late.status).toBe(410)
  expect(textOf(late.html)).toContain('Ce lien n’est plus valable')
})

test('a cookie that was made up opens nothing', async () => {
  const { browser } = await aSpace()
  const thief = browser()
  thief.cookies.set('moi', 'guess')
  for (const address of ['/moi', '/moi/donnees.json', '/moi/cv.pdf', '/moi/effacer']) {
    const page = await thief.open(address)
    expect(page.status).toBe(404)
    expect(page.html).not.toContain('Léa')
  }
})

test('a name with markup in it is read as text', async () => {
  const { me } = await aSpace('<img src=x onerror=alert(1)>')
  const { html } = await me.open('/moi')
  expect(html).toContain('Bonjour &lt;img src=x onerror=alert(1)>')
  expect(html).not.toContain('<img')
})

test('who read is told in plain words, the same thing once an hour', async () => {
  const { me, signedIn, claire, draft } = await aSpace()
  const desk = await signedIn(claire)
  await desk.open(`/conseil/dossiers/${draft.id}`)
  await desk.open(`/conseil/dossiers/${draft.id}`)
  const text = textOf((await me.open('/moi')).html)
  expect(text.split('Claire Morel a lu ton dossier')).toHaveLength(2)
})

test('everything is taken away as one file', async () => {
  const { me, personId } = await aSpace()
  const file = await me.open('/moi/donnees.json')
  expect(file.headers['content-disposition']).toContain('attachment')
  const data: unknown = JSON.parse(file.html)
  expect(data).toMatchObject({
    person: { id: personId },
    record: {
      firstName: { value: 'Léa' },
      claims: [{ quotes: [{ text: 'je prené les comande' }] }, {}, {}],
    },
    messages: [{ text: 'slt' }, {}, {}, {}],
    cv: { status: 'in-review' },
  })
})

test('erasing asks once more, then asks for the job and forgets the cookie', async () => {
  const { me, stores, personId } = await aSpace()
  await me.open('/moi/effacer')
  const unsure = await me.submit('/moi/effacer')
  expect(unsure.status).toBe(422)
  expect(unsure.html).toContain('aria-describedby="sure-error"')
  expect(await stores.outbox.find(`erase:${personId}`)).toBeUndefined()
  await me.submit('/moi/effacer', { sure: 'oui' })
  expect(await stores.outbox.find(`erase:${personId}`)).toMatchObject({
    name: 'erase',
    payload: { personId },
  })
  expect(me.cookies.get('moi')).toBe('')
})

test('nobody can erase somebody from another site', async () => {
  const { me, stores, personId } = await aSpace()
  expect((await me.forge('/moi/effacer', { sure: 'oui' })).status).toBe(403)
  expect(await stores.outbox.find(`erase:${personId}`)).toBeUndefined()
})

test('the CV of the person is at hand in each format', async () => {
  const { me, stores, draft } = await aSpace()
  await stores.files.put({
    draftId: draft.id,
    draftVersion: 1,
    format: 'txt',
    bytes: Buffer.from('CV de Léa'),
  })
  expect((await me.open('/moi')).html).toContain('href="/moi/cv.txt"')
  expect((await me.open('/moi/cv.txt')).html).toBe('CV de Léa')
  expect((await me.open('/moi/cv.pdf')).status).toBe(404)
})
