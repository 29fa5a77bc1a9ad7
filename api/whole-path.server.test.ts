import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  faultsOf,
  nextWords,
  openChat,
  openDraft,
  openWholeHouse,
  robotBubbles,
  tellOneExperience,
  type WholeHouse,
} from './house-path.fixture.ts'

let house: WholeHouse

beforeAll(async () => {
  house = await openWholeHouse()
})
afterAll(() => house?.close())

test('from a text message in the chat to a signed CV in PDF, reviewed with the keyboard alone', async () => {
  const { base, complaints } = house
  const phone = await house.phone()
  const chat = await openChat(phone, base)
  expect(await faultsOf(chat)).toEqual([])
  await tellOneExperience(chat, 'Zoë Łukasiewicz')
  expect(await chat.locator('[data-log]').innerText()).toMatch(
    /Plonge et service en salle, restaurant familial, été \d{4}/,
  )
  expect(await faultsOf(chat)).toEqual([])
  await chat.reload()
  await expect
    .poll(() => chat.locator('[data-log]').innerText(), { timeout: 10_000 })
    .toContain('Plonge')
  expect(await pageHeight(chat)).toBe(740)

  const { page: desk, faults } = await house.desk()
  expect(faults).toEqual([])
  expect(await faultsOf(desk)).toEqual([])
  await openDraft(desk, base, 'Zoë Łukasiewicz')
  expect(await desk.locator('main').innerText()).toContain('jfesé la plonge')
  expect(await faultsOf(desk)).toEqual([])
  const before = await robotBubbles(chat).count()
  const keys = await acceptAllByKeyboard(desk)
  expect(keys).toBeLessThan(20)

  const link = (await nextWords(chat, before)).match(/http\S+\/p\/[\w-]+/)?.[0] ?? ''
  const cv = await phone.newPage()
  await cv.goto(link)
  expect(await cv.locator('main').innerText()).toContain('Zoë Łukasiewicz')
  expect(await faultsOf(cv)).toEqual([])

  const pdf = await (await phone.request.get(`${link}/cv.pdf`)).body()
  const file = join(house.folder, 'cv.pdf')
  writeFileSync(file, pdf)
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
  const facts = execFileSync('pdfinfo', [file], { encoding: 'utf8' })
  expect(text).toContain('Zoë Łukasiewicz')
  expect(text).toContain('Plonge et service en salle')
  expect(facts).toMatch(/Tagged:\s+yes/)
  expect(facts).toMatch(/Pages:\s+1\b/)
  expect(complaints).toEqual([])
}, 90_000)

/** `j` to the first item, `a` until nothing waits, `v` and Enter. Answers how many keys that took. */
async function acceptAllByKeyboard(desk: Page): Promise<number> {
  let keys = 0
  const press = async (key: string) => {
    keys += 1
    await desk.keyboard.press(key)
  }
  const waiting = desk.locator('[data-item][data-verdict="pending"]')
  await press('j')
  for (let left = await waiting.count(); left > 0; left--) {
    await press('a')
    await expect.poll(() => waiting.count(), { timeout: 10_000 }).toBe(left - 1)
  }
  await press('v')
  await press('Enter')
  await expect
    .poll(() => desk.locator('main').innerText(), { timeout: 10_000 })
    .toContain('CV validé')
  return keys
}

/** What hangs out of the log would make the page scroll below the field. */
function pageHeight(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollHeight)
}
