import { expect, test } from 'vitest'
import { textOf } from '#api/pages/browser.fixture.ts'
import { aHouse } from '#api/pages/house.fixture.ts'

test('a counsellor asks for a link, opens it from the mail, presses the button and is at the desk', async () => {
  const { browser, stores } = await aHouse()
  const claire = browser()
  await claire.open('/conseil/connexion')
  const asked = await claire.submit('/conseil/connexion', { email: ' Claire@ML.fr ' })
  expect(textOf(asked.html)).toContain('Regardez vos e-mails')

  const [mail] = await stores.mails.latest(10)
  const link = new URL(/https?:\S+/.exec(mail?.text ?? '')?.[0] ?? 'nothing:')
  await claire.open(link.pathname)
  const entered = await claire.submit(link.pathname)
  expect([entered.status, entered.location]).toEqual([303, '/conseil'])
  expect(String(entered.headers['set-cookie'])).toMatch(/conseil=.*HttpOnly; SameSite=Lax/)
  expect(textOf((await claire.open('/conseil')).html)).toContain('Claire Morel')
})

test('an unknown address gets the same page, and no mail', async () => {
  const { browser, stores } = await aHouse()
  const visitor = browser()
  await visitor.open('/conseil/connexion')
  const known = await visitor.submit('/conseil/connexion', { email: 'claire@ml.fr' })
  await visitor.open('/conseil/connexion')
  const unknown = await visitor.submit('/conseil/connexion', { email: 'personne@ml.fr' })
  expect(unknown.html).toBe(known.html)
  expect(await stores.mails.latest(10)).toHaveLength(1)
})

test('an address that is none is told so beside the field, with what was typed', async () => {
  const { browser } = await aHouse()
  const visitor = browser()
  await visitor.open('/conseil/connexion')
  const page = await visitor.submit('/conseil/connexion', { email: 'claire<b>@' })
  expect(page.status).toBe(422)
  expect(page.html).toContain('value="claire&lt;b>@"')
  expect(page.html).toMatch(/aria-invalid="true" aria-describedby="email-error"/)
  expect(page.html).toContain('id="email-error"')
})

test('a mail scanner that opens the link does not use it up, the button does', async () => {
  const { browser, claire, deps } = await aHouse()
  const token = deps.tokens.next()
  await deps.accounts.addLoginToken(
    claire.id,
    deps.tokens.hash(token),
    new Date('2026-11-20T09:10:00Z'),
  )
  await browser().open(`/conseil/entrer/${token}`)
  await browser().open(`/conseil/entrer/${token}`)
  const first = browser()
  await first.open(`/conseil/entrer/${token}`)
  expect((await first.submit(`/conseil/entrer/${token}`)).status).toBe(303)
  const second = browser()
  await second.open(`/conseil/entrer/${token}`)
  const refused = await second.submit(`/conseil/entrer/${token}`)
  expect(refused.status).toBe(410)
  expect(textOf(refused.html)).toContain('Ce lien a déjà servi ou a expiré')
})

test('a form that does not come from our page is refused', async () => {
  const { browser, stores, signedIn, claire } = await aHouse()
  expect((await browser().forge('/conseil/connexion', { email: 'claire@ml.fr' })).status).toBe(403)
  expect(await stores.mails.latest(10)).toHaveLength(0)
  const desk = await signedIn(claire)
  const forged = await desk.forge('/conseil/sortir', { _csrf: 'guess' })
  expect(forged.status).toBe(403)
  expect((await desk.open('/conseil')).status).toBe(200)
})

test('eight hours without a visit close the desk, visits keep it open', async () => {
  const { signedIn, claire, wait } = await aHouse()
  const desk = await signedIn(claire)
  for (const hours of [6, 6, 6]) {
    wait(hours)
    expect((await desk.open('/conseil')).status).toBe(200)
  }
  wait(8.1)
  const late = await desk.open('/conseil')
  expect([late.status, late.location]).toEqual([303, '/conseil/connexion'])
})

test('who leaves the desk is out, also with the old cookie', async () => {
  const { signedIn, claire } = await aHouse()
  const desk = await signedIn(claire)
  const cookie = desk.cookies.get('conseil') ?? ''
  await desk.open('/conseil')
  await desk.submit('/conseil/sortir')
  desk.cookies.set('conseil', cookie)
  expect((await desk.open('/conseil')).location).toBe('/conseil/connexion')
})

test('behind https the session cookie is only sent over https', async () => {
  const { signedIn, claire, browser, deps } = await aHouse({
    PUBLIC_URL: 'https://raconte.example.org',
  })
  await signedIn(claire)
  const token = deps.tokens.next()
  await deps.accounts.addLoginToken(
    claire.id,
    deps.tokens.hash(token),
    new Date('2026-11-20T09:10:00Z'),
  )
  const visitor = browser()
  await visitor.open(`/conseil/entrer/${token}`)
  const entered = await visitor.submit(`/conseil/entrer/${token}`)
  expect(String(entered.headers['set-cookie'])).toContain('Secure')
})
