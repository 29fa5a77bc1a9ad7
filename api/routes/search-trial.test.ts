import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { textOf } from '#api/pages/browser.fixture.ts'
import { aHouse } from '#api/pages/house.fixture.ts'
import type { PageDeps } from '#api/pages/page-deps.ts'
import { retrievalConfig } from '#retrieval/config.ts'
import { type OpenedSearch, openSearch } from '#retrieval/index.ts'

const address = '/admin/recherche'

/** The page open before an administrator, over the search that is given; `asked` is what reached it. */
async function aTrial(link?: PageDeps['link']) {
  const asked: { text: string; limits: unknown }[] = []
  const found: Awaited<ReturnType<PageDeps['link']>> = {
    deeds: [],
    skills: [],
    jobs: [],
    none: true,
  }
  const house = await aHouse(
    {},
    {
      link: async (text, limits) => {
        asked.push({ text, limits })
        return link ? link(text, limits) : found
      },
    },
  )
  const desk = await house.signedIn(house.admin)
  await desk.open(address)
  return { ...house, asked, try: (text: string) => desk.submit(address, { text }), desk }
}

/** The search of the house, on the starter that every installation has. */
let real: OpenedSearch
const folder = mkdtempSync(join(tmpdir(), 'raconte-trial-'))

beforeAll(async () => {
  real = await openSearch(retrievalConfig.parse({ DATA_DIR: folder }))
})

afterAll(async () => {
  await real.close()
  rmSync(folder, { recursive: true })
})

test('an administrator reads what the search makes of misspelt French, and where it saw it', async () => {
  const trial = await aTrial(real.search.link)
  const page = await trial.try('jfesé la plonge o resto')
  expect(page.status).toBe(200)
  expect(page.html).toMatch(/<mark>[^<]*plonge[^<]*<\/mark>/)
  const text = textOf(page.html)
  expect(text).toContain('1 geste')
  expect(text).toContain('faire la plonge')
  expect(text).toMatch(/\d ms de recherche|moins de 1 ms de recherche/)
  expect(text).toContain('G1605')
  expect(text).toMatch(/104262 « tu sais .+ » .+ \d+ % à proposer/)
  expect(text).toContain('Ses mots « ')
  expect(page.html.match(/<tr role="row"><td/g)).toHaveLength(20)
  expect(trial.asked).toEqual([
    { text: 'jfesé la plonge o resto', limits: { skills: 20, jobs: 5 } },
  ])
})

test.each([
  ['another language', 'Guten Morgen, wie geht es Ihnen?'],
  ['another script', 'صباح الخير كيف حالك'],
  ['emoji', '😀😀🎉'],
  ['small talk', 'slt sa va ?'],
])('%s is told apart from a failure, in French', async (_, words) => {
  const trial = await aTrial(real.search.link)
  const page = await trial.try(words)
  expect(page.status).toBe(200)
  expect(page.html).toContain(words)
  expect(textOf(page.html)).toContain('Rien de fait dans ce texte')
  expect(page.html).not.toContain('<table')
})

test.each([
  ['a text in English', 'I worked in a restaurant, I cleaned the tables and washed the dishes.'],
  ['the name of a job alone', 'serveuse'],
])('%s: far likenesses are shown for what they are', async (_, words) => {
  const trial = await aTrial(real.search.link)
  const text = textOf((await trial.try(words)).html)
  expect(text).toContain('Rien ne serait dit à la personne')
  expect(text).toContain('Aucun geste repéré')
  expect(text).not.toMatch(/% à (proposer|demander)/)
})

test('a job without any deed shows its skills, and says that no deed was seen', async () => {
  const skill = {
    skill: { referential: 'rome', version: '4.60', code: '123456', label: "Prendre l'<b>appel" },
    plain: 'prendre des commandes',
    cvLabel: 'Prise de commandes',
    score: 0.5,
    decision: 'hold',
    reason: 'Ses mots « serveuse » évoquent le métier « <i>Service ».',
    quotes: [{ start: 0, end: 8, text: 'serveuse' }],
    deeds: [],
  } as const
  const trial = await aTrial(async () => ({ deeds: [], jobs: [], skills: [skill], none: false }))
  const { html } = await trial.try('serveuse')
  expect(textOf(html)).toContain('Aucun geste repéré')
  expect(textOf(html)).toContain('50 % à garder')
  expect(html).toContain('Prendre l’&lt;b>appel')
  expect(html).toContain('&lt;i>Service')
})

test('markup in the text is shown as text, around the mark and in it', async () => {
  const words = '<script>alert(1)</script> j’ai servi </textarea><img src=x>'
  const start = words.indexOf('j’ai')
  const deed = { start, end: words.length, text: words.slice(start), words: 'servir <img>' }
  const trial = await aTrial(async () => ({ deeds: [deed], jobs: [], skills: [], none: false }))
  const { html, status } = await trial.try(words)
  expect(status).toBe(200)
  expect(html).not.toMatch(/<script>|<img/)
  expect(html).toContain('j’ai servi &lt;/textarea>&lt;img src=x></textarea>')
  expect(html).toContain('<mark>j’ai servi &lt;/textarea>&lt;img src=x></mark><sup>1</sup>')
  expect(textOf(html)).toContain('Aucune compétence du référentiel ne s’en approche')
})

test.each([
  ['nothing', '', 'Il n’y a rien à chercher'],
  ['only spaces', ' \r\n\t ', 'Il n’y a rien à chercher'],
  ['20,000 characters', 'é'.repeat(20_000), 'Ce texte fait 20 000 signes, pour 5 000 au plus'],
])('%s: the page says what to correct, and nothing is searched', async (_, words, sentence) => {
  const trial = await aTrial()
  const page = await trial.try(words)
  expect(page.status).toBe(422)
  expect(textOf(page.html).replaceAll('\u202f', ' ')).toContain(sentence)
  expect(page.html).toMatch(/aria-invalid="true" aria-describedby="text-error text-hint"/)
  expect(page.html).toContain(words.trim())
  expect(trial.asked).toEqual([])
})

test('5,000 characters are read, and the line ends of browsers count for one', async () => {
  const trial = await aTrial()
  const story = `${'a'.repeat(2_499)}\n${'b'.repeat(2_500)}`
  expect((await trial.try(story.replace('\n', '\r\n'))).status).toBe(200)
  expect(trial.asked.map(({ text }) => text)).toEqual([story])
})

test('a form that nobody would send is answered like an empty one', async () => {
  const trial = await aTrial()
  expect((await trial.desk.submit(address)).status).toBe(422)
  expect(trial.asked).toEqual([])
})

test('only administrators come in: a counsellor is refused, a visitor sent to the login', async () => {
  const trial = await aTrial()
  const claire = await trial.signedIn(trial.claire)
  const refused = await claire.open(address)
  expect(refused.status).toBe(403)
  expect(refused.html).toBe((await claire.open('/admin')).html)
  await claire.open('/conseil')
  expect((await claire.submit(address, { text: 'la plonge' })).status).toBe(403)
  const visitor = await trial.browser().open(address)
  expect([visitor.status, visitor.location]).toEqual([303, '/conseil/connexion'])
  expect(trial.asked).toEqual([])
})

test('a form that does not come from our page is refused', async () => {
  const trial = await aTrial()
  const forged = await trial.desk.forge(address, { text: 'la plonge', _csrf: 'guess' })
  expect(forged.status).toBe(403)
  expect(trial.asked).toEqual([])
})

test('the access log says that somebody tried, not with which words; no address holds them', async () => {
  const trial = await aTrial()
  const entries: unknown[] = []
  const append = trial.stores.auditLog.append
  trial.stores.auditLog.append = async (entry) => {
    entries.push(entry)
    return append(entry)
  }
  const page = await trial.try('la plonge')
  expect(entries).toEqual([{ at: trial.now(), actor: trial.admin.id, action: 'tried-search' }])
  expect(page.location).toBeUndefined()
  expect(page.headers['cache-control']).toBe('no-store')
  expect(page.html).toContain(`method="post" action="${address}#resultat"`)
})

test('the page is one click away from the administration', async () => {
  const trial = await aTrial()
  expect((await trial.desk.open('/admin')).html).toContain(`href="${address}"`)
})
