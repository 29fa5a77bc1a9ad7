import { expect, test } from 'vitest'
import { textOf } from '#api/pages/browser.fixture.ts'
import { aHouse } from '#api/pages/house.fixture.ts'
import { aToldStory } from '#api/pages/told-story.fixture.ts'

const rendered =
  '<!doctype html><html><head><style>h1{color:red}</style></head><body><main><h1>Léa &lt;Noël&gt;</h1><script>alert(1)</script></main></body></html>'

async function aSharedCv() {
  const house = await aHouse()
  const story = await aToldStory(house.stores)
  const put = (format: 'pdf' | 'html' | 'txt', words: string) =>
    house.stores.files.put({
      draftId: story.draft.id,
      draftVersion: 1,
      format,
      bytes: Buffer.from(words),
    })
  const token = await house.share(story.personId, 'cv', story.draft.id)
  return { ...house, ...story, put, token, visitor: house.browser() }
}

test('a CV link shows the rendered CV in our frame, with its files, and is in no search engine', async () => {
  const { visitor, token, put, stores, personId } = await aSharedCv()
  await put('html', rendered)
  await put('pdf', '%PDF-1.7')
  const page = await visitor.open(`/p/${token}`)
  expect(page.status).toBe(200)
  expect(page.html).toContain('<h1>Léa &lt;Noël&gt;</h1>')
  expect(page.html).not.toContain('alert(1)')
  expect(page.html.match(/<main/g)).toHaveLength(1)
  expect(page.html).toContain(`href="/p/${token}/cv.pdf"`)
  expect(page.html).not.toContain(`/p/${token}/cv.txt`)
  expect(page.headers['x-robots-tag']).toBe('noindex, nofollow')
  expect((await stores.auditLog.ofPerson(personId)).map(({ action }) => action)).toEqual([
    'opened-cv',
  ])
})

test('the PDF is a download, the HTML opens without any script', async () => {
  const { visitor, token, put } = await aSharedCv()
  await put('html', rendered)
  await put('pdf', '%PDF-1.7')
  const pdf = await visitor.open(`/p/${token}/cv.pdf`)
  expect(pdf.headers['content-type']).toBe('application/pdf')
  expect(pdf.headers['content-disposition']).toMatch(/^attachment; filename="CV-Lea-Noel\.pdf"/)
  const page = await visitor.open(`/p/${token}/cv.html`)
  expect(page.html).toBe(rendered)
  expect(page.headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox/)
})

test('a link that is wrong or over says so clearly, on the page and on its files', async () => {
  const { visitor, token, put, wait, share, personId } = await aSharedCv()
  await put('html', rendered)
  const wrong = await visitor.open('/p/nothing')
  expect([wrong.status, textOf(wrong.html).includes('ne mène à aucun CV')]).toEqual([404, true])
  expect((await visitor.open(`/p/${await share(personId, 'space')}`)).status).toBe(404)
  wait(8 * 24)
  const late = await visitor.open(`/p/${token}`)
  expect([late.status, textOf(late.html).includes('n’est plus valable')]).toEqual([410, true])
  expect((await visitor.open(`/p/${token}/cv.html`)).status).toBe(410)
})

test('a CV that is not rendered yet says so', async () => {
  const { visitor, token } = await aSharedCv()
  const page = await visitor.open(`/p/${token}`)
  expect([page.status, textOf(page.html).includes('Ce CV se prépare')]).toEqual([404, true])
})
