import { expect, test } from 'vitest'
import { textOf } from '#api/pages/browser.fixture.ts'
import { aHouse } from '#api/pages/house.fixture.ts'
import { aToldStory } from '#api/pages/told-story.fixture.ts'

/** Somebody told a summer in a restaurant; a counsellor opened the review. */
async function aReview() {
  const house = await aHouse()
  const story = await aToldStory(house.stores)
  const desk = await house.signedIn(house.claire)
  const address = `/conseil/dossiers/${story.draft.id}`
  const page = await desk.open(address)
  const decide = (fields: Record<string, string>) =>
    desk.submit(`${address}/decision`, { version: '1', ...fields })
  const stored = async () => {
    const draft = await house.stores.drafts.find(story.draft.id)
    if (!draft) throw new Error('the draft is stored')
    return draft
  }
  const item = async (id: string) => (await stored()).items.find((one) => one.id === id)
  return { ...house, ...story, desk, address, page, decide, stored, item }
}

test('the words, the line and the skills stand side by side, quotes marked', async () => {
  const { page } = await aReview()
  expect(page.status).toBe(200)
  expect(page.html).toContain('<mark data-items="element-1 element-4">la plonge</mark>')
  const text = textOf(page.html)
  expect(text).toContain('Ses mots')
  expect(text).toContain('lien fort, 91 %')
  expect(text).toContain('Parce que la personne a dit « je prené les comande ».')
  expect(text).toContain('Niveau dit : sans aide, en s’adaptant')
  expect(text).toContain('Avant de valider : 3 éléments à décider. 1 suggestion à part')
  expect(page.html).toMatch(/<button class="primary" disabled aria-describedby="manque">/)
})

test('from a draft to a signed CV: accept all, approve, and the render job is there', async () => {
  const { desk, address, stores, draft, personId, stored } = await aReview()
  const accepted = await desk.submit(`${address}/tout-accepter`, { version: '1' })
  expect([accepted.status, accepted.location]).toEqual([303, address])
  expect(textOf((await desk.open(address)).html)).toContain('Tout est décidé')
  await desk.submit(`${address}/valider`, { version: '2' })
  expect(await stored()).toMatchObject({ status: 'approved', version: 3 })
  expect(await stores.outbox.find(`render:${draft.id}:3`)).toMatchObject({
    name: 'render',
    payload: { draftId: draft.id },
    state: 'open',
  })
  const actions = (await stores.auditLog.ofPerson(personId)).map(({ action }) => action)
  expect(actions).toEqual(['read-draft', 'accepted-all', 'read-draft', 'approved'])
  expect(textOf((await desk.open(address)).html)).toContain('validé')
})

test('approving while something waits changes nothing', async () => {
  const { desk, address, stored } = await aReview()
  expect((await desk.submit(`${address}/valider`, { version: '1' })).status).toBe(303)
  expect(await stored()).toMatchObject({ status: 'in-review', version: 1 })
})

test('accepting one item leads to the next that waits', async () => {
  const { decide, item, stores, personId, draft } = await aReview()
  const answer = await decide({ item: 'skill:c1', kind: 'accept' })
  expect(answer.location).toBe(`/conseil/dossiers/${draft.id}#element-3`)
  expect(await item('skill:c1')).toMatchObject({ verdict: 'accepted' })
  const log = await stores.auditLog.ofPerson(personId)
  expect(log.at(-1)).toMatchObject({ action: 'decided-accept', object: `${draft.id}/skill:c1` })
})

test('a decision on an older version changes nothing, says so kindly and shows the new state', async () => {
  const { decide, desk, address, stored } = await aReview()
  await decide({ item: 'skill:c1', kind: 'accept' })
  await desk.open(address)
  const late = await decide({ item: 'skill:c2', kind: 'accept' })
  expect(late.status).toBe(409)
  expect(textOf(late.html)).toContain('Le dossier a changé entre-temps.')
  expect(late.html).toContain('name="version" value="2"')
  expect((await stored()).version).toBe(2)
  for (const action of ['tout-accepter', 'valider']) {
    expect((await desk.submit(`${address}/${action}`, { version: '1' })).status).toBe(409)
  }
})

test('two counsellors decide at the same time: one is saved, the other is told', async () => {
  const { decide, stored } = await aReview()
  const both = await Promise.all([
    decide({ item: 'skill:c1', kind: 'accept' }),
    decide({ item: 'skill:c1', kind: 'refuse', written: 'non' }),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
  expect((await stored()).version).toBe(2)
})

test('refusing needs a reason, and the form comes back open with the error tied to its field', async () => {
  const { decide, item } = await aReview()
  const page = await decide({ item: 'skill:c3', kind: 'refuse' })
  expect(page.status).toBe(422)
  expect(page.html).toMatch(/<details data-do="refuse" open>/)
  expect(page.html).toMatch(
    /id="element-4-refuse"[^>]*aria-invalid="true" aria-describedby="element-4-refuse-error"/,
  )
  expect(
    (await decide({ item: 'skill:c3', kind: 'refuse', picked: 'Déjà dit ailleurs dans le CV' }))
      .status,
  ).toBe(303)
  expect(await item('skill:c3')).toMatchObject({
    verdict: 'refused',
    remark: 'Déjà dit ailleurs dans le CV',
  })
})

test('a question written wins over a question picked, and waits for its answer', async () => {
  const { decide, item, desk, address } = await aReview()
  await decide({
    item: 'line:resto',
    kind: 'ask',
    picked: 'C’était où ?',
    written: 'Combien de soirs par semaine ?',
  })
  expect(await item('line:resto')).toMatchObject({
    verdict: 'asked',
    remark: 'Combien de soirs par semaine ?',
  })
  expect(textOf((await desk.open(address)).html)).toContain('1 question sans réponse')
})

test('a line is edited with its actions one per line; an empty heading is refused with what was typed', async () => {
  const { decide, item } = await aReview()
  const fields = {
    item: 'line:resto',
    kind: 'edit',
    place: 'Chez Noël',
    period: 'été 2026',
    actions: 'Plonge\n\n Service ',
  }
  const wrong = await decide({ ...fields, heading: '  ' })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('value="Chez Noël"')
  await decide({ ...fields, heading: 'Aide en salle' })
  expect(await item('line:resto')).toMatchObject({
    verdict: 'edited',
    heading: 'Aide en salle',
    place: 'Chez Noël',
    actions: ['Plonge', 'Service'],
  })
})

test('another skill of the referential takes the place of one; nothing else can', async () => {
  const { desk, address, decide, item } = await aReview()
  const found = await desk.open(`${address}?item=skill%3Ac2&q=dresser`)
  expect(textOf(found.html)).toContain('Mise en place de la salle')
  expect(
    (await decide({ item: 'skill:c2', kind: 'replace', q: 'dresser', code: '999' })).status,
  ).toBe(404)
  await desk.open(address)
  await decide({ item: 'skill:c2', kind: 'replace', q: 'dresser', code: '123456' })
  expect(await item('skill:c2')).toMatchObject({
    verdict: 'edited',
    cvLabel: 'Mise en place de la salle',
    skill: { code: '123456', label: 'Dresser les tables' },
  })
})

test('a decision is taken back and the history keeps both', async () => {
  const { decide, desk, address, item } = await aReview()
  await decide({ item: 'skill:c1', kind: 'accept' })
  await desk.open(address)
  await decide({ item: 'skill:c1', kind: 'undo', version: '2' })
  const undone = await item('skill:c1')
  expect(undone?.verdict).toBe('pending')
  expect(undone?.history.map(({ what }) => what)).toEqual([
    'proposé',
    'accepté',
    'décision annulée',
  ])
  expect(textOf((await desk.open(address)).html)).toContain('un conseiller : décision annulée')
})

test('a decision from nowhere is refused, an unknown one is not understood', async () => {
  const { desk, address, decide, stored } = await aReview()
  const fields = { version: '1', item: 'skill:c1', kind: 'accept' }
  expect((await desk.forge(`${address}/decision`, fields)).status).toBe(403)
  await desk.open(address)
  expect((await decide({ item: 'skill:c1', kind: 'burn' })).status).toBe(400)
  await desk.open(address)
  expect((await decide({ item: 'skill:nothing', kind: 'accept' })).status).toBe(404)
  expect((await stored()).version).toBe(1)
})
