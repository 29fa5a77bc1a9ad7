import { expect, test } from 'vitest'
import { html, renderDocument } from './html.ts'

test('what a person typed is text, in a paragraph and in an attribute', () => {
  const typed = '<script>alert("1")</script>'
  const page = renderDocument(html`<p title=${typed}>${typed}</p>`)
  expect(page).toBe(
    '<!doctype html><p title="&lt;script>alert(&quot;1&quot;)&lt;/script>">&lt;script>alert(&quot;1&quot;)&lt;/script></p>',
  )
})

test('our sentences get French spacing, the words of a person stay as they are', () => {
  const page = renderDocument(html`<p>Ça va ? ${'et toi ?'}</p>`)
  expect(page).toContain('<p>Ça va\u00a0? et toi ?</p>')
})

test('the same template prints other values the second time', () => {
  const hello = (name: string) => renderDocument(html`<p>Bonjour ${name} !</p>`)
  expect([hello('Léa'), hello('Tom')]).toEqual([
    '<!doctype html><p>Bonjour Léa\u00a0!</p>',
    '<!doctype html><p>Bonjour Tom\u00a0!</p>',
  ])
})
