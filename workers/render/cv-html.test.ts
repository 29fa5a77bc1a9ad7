import { expect, test } from 'vitest'
import { aCv } from './cv.fixture.ts'
import { cvHtml } from './cv-html.ts'

test('the page is complete: language, title, one main part, titles in order, no script', () => {
  const page = cvHtml(aCv(3))
  expect(page.startsWith('<!doctype html>\n<html lang="fr">')).toBe(true)
  expect(page).toContain('<meta charset="utf-8"/>')
  expect(page).toContain('<title>Inès Łukasz-Nuñez Çœur – CV</title>')
  expect(page.match(/<main>/g)).toHaveLength(1)
  expect([...page.matchAll(/<h(\d)/g)].map(([, rank]) => rank).join('')).toBe('1233' + '32')
  expect(page).not.toMatch(/<script|\son\w+=|<link|src=/)
  expect(page).toContain('prefers-color-scheme: dark')
  expect(page).toContain('@media print')
})

test('each part with a title is named by it', () => {
  const page = cvHtml(aCv(1))
  const named = [...page.matchAll(/aria-labelledby="(\w+)"/g)].map(([, id]) => id)
  expect(named).toEqual(['experiences', 'competences'])
  for (const id of named) expect(page).toContain(`id="${id}"`)
})

test('what a person wrote is never markup', () => {
  const trap = '</title></style><script>alert(1)</script><img src=x onerror=y> "\' &amp;'
  const page = cvHtml({
    name: trap,
    contact: { phone: trap, email: `a@b"><script>${trap}`, town: trap },
    experiences: [{ heading: trap, place: trap, period: trap, actions: [trap] }],
    skills: [{ label: trap }],
  })
  expect(page).not.toContain('<script')
  expect(page).not.toContain('<img')
  expect(page.match(/<style/g)).toHaveLength(1)
  expect(page).toContain('&amp;amp;')
})

test('a part without content is not there', () => {
  const page = cvHtml(aCv(1, { contact: {}, skills: [], experiences: [] }))
  expect(page).not.toContain('<section')
  expect(page).not.toContain('<ul')
})

test('number and address can be tapped', () => {
  const page = cvHtml(aCv(1))
  expect(page).toContain('href="tel:0612345678"')
  expect(page).toContain('href="mailto:ines.nunez@exemple.fr"')
})
