import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  faultsOf,
  nextWords,
  openChat,
  openDraft,
  openWholeHouse,
  robotBubbles,
  say,
  tellOneExperience,
  type WholeHouse,
} from './house-path.fixture.ts'

let house: WholeHouse

beforeAll(async () => {
  house = await openWholeHouse()
})
afterAll(() => house?.close())

test('a network that comes and goes, a question asked back, and the space of the person', async () => {
  const { base, complaints } = house
  const phone = await house.phone()
  const chat = await openChat(phone, base)

  await phone.setOffline(true)
  await chat.fill('#message', 'oui')
  await chat.keyboard.press('Enter')
  await expect.poll(() => chat.locator('[data-state]').innerText()).toContain('Pas de réseau')
  expect(await chat.locator('.is-waiting').count()).toBe(1)
  const before = await robotBubbles(chat).count()
  await phone.setOffline(false)
  await nextWords(chat, before)
  expect(await chat.locator('.is-waiting').count()).toBe(0)
  await chat.reload()
  await expect.poll(() => robotBubbles(chat).count()).toBe(before + 1)
  expect(await chat.locator('[data-log] .by-person').count()).toBe(1)

  await tellOneExperience(chat, 'Inès Ferhat')
  const { page: desk } = await house.desk()
  await openDraft(desk, base, 'Inès Ferhat')
  const question = await askBackByKeyboard(desk, chat)
  expect(question).toContain('C’était où')
  await say(chat, 'c t dans un resto a roubaix')
  await expect
    .poll(
      async () => {
        await desk.reload()
        return desk.locator('main').innerText()
      },
      { timeout: 15_000 },
    )
    .toContain('c t dans un resto a roubaix')

  const link = (await say(chat, 'moi')).match(/http\S+\/moi\/[\w-]+/)?.[0] ?? ''
  const elsewhere = await house.phone()
  const space = await elsewhere.newPage()
  await space.goto(link)
  expect(space.url()).toBe(`${base}/moi`)
  expect(await faultsOf(space)).toEqual([])
  await space.getByRole('button', { name: 'Continuer sur ce navigateur' }).click()
  await space.waitForURL(`${base}/`)
  expect(space.url()).not.toContain('token')
  await expect.poll(() => robotBubbles(space).count(), { timeout: 15_000 }).toBe(1)
  expect(await say(space, 'où j’en suis')).toContain('Plonge et service en salle')
  expect(complaints).toEqual([])
}, 90_000)

test('an alarming text message is on top of the desk until somebody takes it', async () => {
  const { base, complaints } = house
  const telephone = await (await house.phone()).newPage()
  await telephone.goto(`${base}/telephone`)
  expect(await faultsOf(telephone)).toEqual([])
  await telephone.fill('#sms', 'jai envi de mourir')
  await telephone.keyboard.press('Enter')
  expect(await nextWords(telephone, 0)).toContain('3114')

  const { page: desk } = await house.desk()
  const alert = desk.locator('.alert')
  expect(await alert.innerText()).toMatch(/idées suicidaires[\s\S]*Le robot lui a répondu/)
  expect(await faultsOf(desk)).toEqual([])
  await desk.getByRole('button', { name: 'Je m’en occupe' }).click()
  await desk.waitForURL(/\/conseil\/personnes\//)
  expect(await desk.locator('main').innerText()).toContain('jai envi de mourir')
  expect(await faultsOf(desk)).toEqual([])
  await desk.goto(`${base}/conseil`)
  expect(await alert.count()).toBe(0)
  expect(complaints).toEqual([])
}, 60_000)

/** `j` to the line, `q`, the first question, Enter on the button; answers what the chat then shows. */
async function askBackByKeyboard(desk: Page, chat: Page): Promise<string> {
  const before = await robotBubbles(chat).count()
  for (const key of ['j', 'q', 'Space', 'Tab', 'Tab', 'Enter']) await desk.keyboard.press(key)
  return nextWords(chat, before)
}
