import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '#prisma/test-database.fixture.ts'
import { makeLoginLink } from './login-link.ts'
import { type Raconte, startRaconte } from './start.ts'

/** The whole product on real PostgreSQL and Redis, in two processes’ worth of roles, with a real browser. */
const folder = mkdtempSync(join(tmpdir(), 'raconte-path-'))
let database: Awaited<ReturnType<typeof testDatabase>>
let door: Raconte
let workers: Raconte
let browser: Browser
let context: BrowserContext
let base: string

beforeAll(async () => {
  if (!process.env.REDIS_URL) throw new Error('REDIS_URL must name a Redis server')
  database = await testDatabase()
  const env = {
    DATABASE_URL: database.url,
    REDIS_URL: process.env.REDIS_URL,
    DATA_DIR: folder,
    LOG_LEVEL: 'error',
    PORT: '0',
  }
  door = await startRaconte({ ...env, ROLE: 'api' })
  base = door.url ?? ''
  workers = await startRaconte({ ...env, ROLE: 'workers', PUBLIC_URL: base })
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
  })
  context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'fr-FR' })
})

afterAll(async () => {
  await browser?.close()
  await workers?.stop()
  await door?.stop()
  await database?.drop()
  rmSync(folder, { recursive: true, force: true })
})

/** Serious and critical faults only; the list says which element and which rule. */
async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`))
}

/** Writes in the chat and waits for the robot's answer. */
async function say(page: Page, text: string): Promise<string> {
  const bubbles = page.locator('[data-log] .by-robot')
  const before = await bubbles.count()
  await page.fill('#message', text)
  await page.keyboard.press('Enter')
  await expect.poll(() => bubbles.count(), { timeout: 15_000 }).toBeGreaterThan(before)
  return bubbles.last().innerText()
}

test('from a text message in the chat to a signed CV in PDF', async () => {
  const chat = await context.newPage()
  await chat.goto(base)
  await expect.poll(() => chat.locator('[data-log] .by-robot').count(), { timeout: 15_000 }).toBe(1)
  expect(await faultsOf(chat)).toEqual([])

  await say(chat, 'oui')
  const line = await say(
    chat,
    'jfesé la plonge o resto de mon oncle lété dernier pi des foi je servé en sal',
  )
  expect(await chat.locator('[data-log]').innerText()).toMatch(
    /Plonge et service en salle, restaurant familial, été \d{4}/,
  )
  expect(line).toContain('nom')
  await say(chat, 'Zoë Łukasiewicz')
  await say(chat, 'je prené les comande jaméné les plat et lé gens payé a moi')
  let last = ''
  for (let turn = 0; turn < 8 && !last.includes('à corriger') && !(await isRecap(chat)); turn++) {
    last = await say(chat, turn === 0 ? 'tout' : 'non')
  }
  expect(await say(chat, 'oui')).toMatch(/conseiller/)
  expect(await faultsOf(chat)).toEqual([])
  await chat.reload()
  await expect
    .poll(() => chat.locator('[data-log]').innerText(), { timeout: 10_000 })
    .toContain('Plonge')

  const office = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'fr-FR',
  })
  const desk = await office.newPage()
  const demo = await door.stores.accounts.counsellorByEmail('demo@raconte.example')
  if (!demo) throw new Error('the demonstration counsellor is missing')
  await desk.goto(await makeLoginLink(door.stores.accounts, demo.id, base, new Date()))
  expect(await faultsOf(desk)).toEqual([])
  await desk.locator('main button').first().click()
  await expect
    .poll(
      async () => {
        await desk.reload()
        return desk.locator('a[href*="/conseil/dossiers/"]').count()
      },
      { timeout: 15_000 },
    )
    .toBeGreaterThan(0)
  expect(await faultsOf(desk)).toEqual([])
  await desk.locator('a[href*="/conseil/dossiers/"]').first().click()
  await desk.waitForLoadState()
  expect(await desk.locator('main').innerText()).toContain('jfesé la plonge')
  expect(await faultsOf(desk)).toEqual([])
  await desk.getByRole('button', { name: /Tout accepter/ }).click()
  await desk.waitForLoadState()
  await desk.getByRole('button', { name: /Valider le CV/ }).click()

  await expect
    .poll(() => chat.locator('[data-log]').innerText(), { timeout: 30_000 })
    .toContain('/p/')
  const link = (await chat.locator('[data-log]').innerText()).match(/http\S+\/p\/[\w-]+/)?.[0] ?? ''
  const cv = await context.newPage()
  await cv.goto(link)
  expect(await cv.locator('main').innerText()).toContain('Zoë Łukasiewicz')
  expect(await faultsOf(cv)).toEqual([])

  const pdf = await (await context.request.get(`${link}/cv.pdf`)).body()
  const file = join(folder, 'cv.pdf')
  writeFileSync(file, pdf)
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
  const facts = execFileSync('pdfinfo', [file], { encoding: 'utf8' })
  expect(text).toContain('Zoë Łukasiewicz')
  expect(text).toContain('Plonge et service en salle')
  expect(facts).toMatch(/Tagged:\s+yes/)
  expect(facts).toMatch(/Pages:\s+1\b/)
}, 120_000)

async function isRecap(page: Page): Promise<boolean> {
  return (await page.locator('[data-log] .by-robot').last().innerText()).includes('ton CV :')
}
