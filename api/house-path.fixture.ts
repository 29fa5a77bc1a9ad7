import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { testDatabase } from '#prisma/test-database.fixture.ts'
import { makeLoginLink } from './login-link.ts'
import { startRaconte } from './start.ts'

export type WholeHouse = Awaited<ReturnType<typeof openWholeHouse>>

/** The whole product on real PostgreSQL and Redis, in two processes’ worth of roles, with a real browser. */
export async function openWholeHouse() {
  if (!process.env.REDIS_URL) throw new Error('REDIS_URL must name a Redis server')
  const folder = mkdtempSync(join(tmpdir(), 'raconte-path-'))
  const database = await testDatabase()
  const env = {
    DATABASE_URL: database.url,
    REDIS_URL: process.env.REDIS_URL,
    DATA_DIR: folder,
    LOG_LEVEL: 'error',
    PORT: '0',
  }
  const door = await startRaconte({ ...env, ROLE: 'api' })
  const base = door.url ?? ''
  const workers = await startRaconte({ ...env, ROLE: 'workers', PUBLIC_URL: base })
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
  })
  const complaints: string[] = []
  return {
    base,
    folder,
    /** What pages wrote to their console as errors, failed requests while offline left out. */
    complaints,
    /** A phone of somebody who comes for the first time. */
    phone: () => aContext(browser, complaints, { width: 360, height: 740 }),
    /** A desk whose counsellor went through the login link; `faults` are those of the pages on the way. */
    async desk() {
      const context = await aContext(browser, complaints, { width: 1280, height: 800 })
      const page = await context.newPage()
      const demo = await door.stores.accounts.counsellorByEmail('demo@raconte.example')
      if (!demo) throw new Error('the demonstration counsellor is missing')
      await page.goto(await makeLoginLink(door.stores.accounts, demo.id, base, new Date()))
      const faults = await faultsOf(page)
      await page.getByRole('button', { name: /Entrer/ }).click()
      await page.waitForURL(`${base}/conseil`)
      return { page, faults }
    },
    async close() {
      await browser.close()
      await workers.stop()
      await door.stop()
      await database.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function aContext(
  browser: Browser,
  complaints: string[],
  viewport: { width: number; height: number },
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport, locale: 'fr-FR' })
  context.on('console', (message) => {
    if (message.type() !== 'error' || message.text().includes('ERR_INTERNET_DISCONNECTED')) return
    complaints.push(`${message.text()} at ${new URL(message.location().url).pathname}`)
  })
  context.on('weberror', (error) => complaints.push(error.error().message))
  return context
}

/** Serious and critical faults only; the list says which element and which rule. */
export async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`))
}

export async function openChat(context: BrowserContext, base: string): Promise<Page> {
  const chat = await context.newPage()
  await chat.goto(base)
  await expect.poll(() => robotBubbles(chat).count(), { timeout: 15_000 }).toBe(1)
  return chat
}

/** Writes in the chat and waits for the robot’s answer. */
export async function say(page: Page, text: string): Promise<string> {
  const before = await robotBubbles(page).count()
  await page.fill('#message', text)
  await page.keyboard.press('Enter')
  return nextWords(page, before)
}

/** The last words of the robot or the counsellor, once there are more than `before` of them. */
export async function nextWords(page: Page, before: number): Promise<string> {
  await expect.poll(() => robotBubbles(page).count(), { timeout: 20_000 }).toBeGreaterThan(before)
  return robotBubbles(page).last().innerText()
}

export function robotBubbles(page: Page) {
  return page.locator('[data-log] .by-robot')
}

/** From the first words to the draft sent: one experience, everything that is proposed confirmed. */
export async function tellOneExperience(chat: Page, name: string): Promise<void> {
  await say(chat, 'oui')
  await say(chat, 'jfesé la plonge o resto de mon oncle lété dernier pi des foi je servé en sal')
  await say(chat, name)
  let last = await say(chat, 'je prené les comande jaméné les plat et lé gens payé a moi')
  for (let turn = 0; turn < 8 && !/ton CV\s:/.test(last); turn++) {
    last = await say(chat, turn === 0 ? 'tout' : 'non')
  }
  expect(await say(chat, 'oui')).toMatch(/conseiller/)
}

/** Opens the draft of a person as soon as it is in the inbox. */
export async function openDraft(desk: Page, base: string, name: string): Promise<void> {
  const row = desk.locator('a[href*="/conseil/dossiers/"]', { hasText: name })
  await expect
    .poll(
      async () => {
        await desk.goto(`${base}/conseil`)
        return row.count()
      },
      { timeout: 15_000 },
    )
    .toBeGreaterThan(0)
  await row.first().click()
  await desk.waitForSelector('[data-review]')
}
