import { gunzipSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { textOf } from './browser.fixture.ts'
import { errorPage } from './error-page.ts'
import { aHouse } from './house.fixture.ts'

test('the chat says that it is a robot and who reads, and what to do without JavaScript', async () => {
  const { browser } = await aHouse()
  const page = await browser().open('/')
  expect(page.html).toMatch(/^<!doctype html><html lang="fr">/)
  expect(textOf(page.html)).toContain('Robot. Ton conseiller peut lire.')
  expect(page.html).toMatch(/<noscript>.*SMS.*<\/noscript>/s)
  expect(page.html).toMatch(/role="log"[^>]*aria-live="polite"/)
  expect(page.html).toContain('<label class="visually-hidden" for="message">')
})

test('no page holds an inline script or style, so that the strict policy never breaks one', async () => {
  const { browser, signedIn, admin } = await aHouse()
  const desk = await signedIn(admin)
  for (const address of [
    '/',
    '/telephone',
    '/conseil',
    '/admin',
    '/admin/recherche',
    '/courrier',
    '/moi',
  ]) {
    const { html } = await desk.open(address)
    expect(html).not.toMatch(/<script(?![^>]* src=)|<style| style=| on[a-z]+="/)
  }
  const chat = await browser().open('/')
  expect(chat.headers['content-security-policy']).toContain("script-src 'self'")
})

test('the whole script of the chat is under 8 kB gzipped, and cached for ever under its fingerprint', async () => {
  const { browser } = await aHouse()
  const visitor = browser()
  const { html } = await visitor.open('/')
  const entry = /src="(\/assets\/[^"]+\/chat\.browser\.js)"/.exec(html)?.[1] ?? ''
  const sizes = await Promise.all(
    ['chat', 'direct-line', 'bubbles', 'device'].map(async (name) => {
      const script = await visitor.open(entry.replace('chat.', `${name}.`))
      expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable')
      expect(script.headers['content-type']).toContain('text/javascript')
      return gzipSync(script.bytes).length
    }),
  )
  expect(Math.min(...sizes)).toBeGreaterThan(100)
  expect(sizes.reduce((all, size) => all + size)).toBeLessThan(8_192)
})

test('assets come compressed to who can read that, and an old fingerprint is not kept', async () => {
  const { app, browser } = await aHouse()
  const { html } = await browser().open('/')
  const sheet = /href="(\/assets\/[^"]+\/raconte\.css)"/.exec(html)?.[1] ?? ''
  const headers = { 'accept-encoding': 'gzip' }
  const zipped = await app.inject({ url: sheet, headers })
  expect(zipped.headers['content-encoding']).toBe('gzip')
  expect(gunzipSync(zipped.rawPayload).toString()).toContain('--clay')
  const old = await app.inject({ url: '/assets/old/raconte.css' })
  expect([old.statusCode, old.headers['cache-control']]).toEqual([200, 'no-store'])
  expect(
    (await app.inject({ url: sheet.replace('raconte.css', '..%2flayout.ts') })).statusCode,
  ).toBe(404)
})

test('the telephone is there without Twilio only, the mailbox without SMTP only', async () => {
  const laptop = await aHouse()
  expect((await laptop.browser().open('/telephone')).status).toBe(200)
  expect((await laptop.browser().open('/courrier')).status).toBe(200)
  const server = await aHouse({ isDevelopment: false, isTelephoneDrawn: false })
  expect((await server.browser().open('/telephone')).status).toBe(404)
  expect((await server.browser().open('/courrier')).status).toBe(404)
})

test('a mail in the mailbox is text with links that can be followed', async () => {
  const { browser, stores, now } = await aHouse()
  await stores.mails.post({
    id: 'm1',
    to: 'claire@ml.fr',
    subject: '<b>Lien</b>',
    text: 'Voici : http://localhost:3000/conseil/entrer/abc\n<script>alert(1)</script> javascript:alert(1)',
    createdAt: now(),
  })
  const { html } = await browser().open('/courrier')
  expect(html).toContain('<a href="http://localhost:3000/conseil/entrer/abc">')
  expect(html).toContain('&lt;b>Lien&lt;/b>')
  expect(html).not.toMatch(/<script>alert|href="javascript/)
})

test('administration is for administrators', async () => {
  const { signedIn, claire, admin } = await aHouse()
  expect((await (await signedIn(claire)).open('/admin')).status).toBe(403)
  const page = textOf((await (await signedIn(admin)).open('/admin')).html)
  expect(page).toContain('Tâches abandonnées')
  expect(page).toContain('Journal des accès')
  expect(page).toContain('Paul Petit, paul@autre.fr')
})

test.each([400, 403, 404, 413, 429, 500, 503, 418])(
  'the page of an error %i is in French and leads home',
  (status) => {
    const page = errorPage(status)
    expect(page).toContain('<html lang="fr">')
    expect(page).toContain(`Erreur ${status}`)
    expect(page).toContain('href="/"')
  },
)

test('a message given to an error page is text', () => {
  expect(errorPage(503, '<b>Réessayer</b>')).toContain('&lt;b>Réessayer&lt;/b>')
})
