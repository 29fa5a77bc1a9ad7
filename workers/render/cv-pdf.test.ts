import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import type { Cv } from '#portfolio/cv.ts'
import { Unavailable } from '#portfolio/errors.ts'
import { openCvCompiler } from './compile-cv.ts'
import { aCv } from './cv.fixture.ts'
import { openCvPdf } from './open-cv-pdf.ts'
import { printedCv } from './printed-cv.ts'

const workspace = mkdtempSync(join(tmpdir(), 'raconte-test-'))
const compiler = openCvCompiler(workspace)
const pdf = openCvPdf()
const signedAt = new Date('2026-11-22T10:00:00Z')

afterAll(async () => {
  await pdf.close()
  rmSync(workspace, { recursive: true })
})

describe('the PDF of a CV', () => {
  test.each([1, 3, 8])('with %i experiences fits one A4 page', async (experiences) => {
    const { pages, all } = read(await pdf.render(aCv(experiences), signedAt))
    expect(pages).toBe(1)
    expect(missing(all, ['/MediaBox [0 0 595.2756 841.8898]'])).toEqual([])
  })

  test('of somebody who did very much goes on to numbered pages', async () => {
    expect(read(await pdf.render(aCv(12), signedAt)).pages).toBe(2)
    expect(text(aCv(12))).toContain('Inès Łukasz-Nuñez Çœur · page 2/2')
  })

  test('without a name, an address or a skill is still a page', async () => {
    const bare = aCv(1, { name: '', contact: {}, skills: [] })
    expect(read(await pdf.render(bare, signedAt)).pages).toBe(1)
    expect(text(bare)).toContain('Curriculum vitæ')
    expect(text(bare)).not.toContain('COMPÉTENCES')
  })

  test('can be read aloud: tagged, in French, titled, PDF/UA-1', async () => {
    const { all } = read(await pdf.render(aCv(3), signedAt))
    expect(all.slice(0, 9)).toMatch(/^%PDF-1\.\d/)
    const marks = ['/StructTreeRoot', '/Lang (fr)', 'pdfuaid:part', '/S /H1', '/S /H3', '/S /LI']
    expect(missing(all, [...marks, 'Inès Łukasz-Nuñez Çœur – CV</rdf:li>'])).toEqual([])
    expect(all.trimEnd().slice(-5)).toBe('%%EOF')
  })

  test('is the same to the byte when it is printed again, and carries the date of the signature', async () => {
    const first = await pdf.render(aCv(3), signedAt)
    expect(Buffer.compare(await pdf.render(aCv(3), signedAt), first)).toBe(0)
    expect(missing(read(first).all, ['2026-11-22T10:00:00'])).toEqual([])
  })

  test('carries its own fonts, whatever the machine has', async () => {
    const { all } = read(await pdf.render(aCv(3), signedAt))
    const fonts = [...all.matchAll(/\/FontName \/\w+\+([\w-]+)/g)].map(([, font]) => font)
    expect([...new Set(fonts)].sort()).toEqual(['SourceSans3-Regular', 'SourceSans3-SemiBold'])
  })

  test.each([
    'Inès Çœur-Nuñez',
    'Nguyễn Thị Hồng',
    'Željko Šarić',
    'Łukasz Żółć',
    'Jean‑Noël O’Brien',
    'Gökçe Yıldız',
    '#read("/etc/hostname")',
    '#panic() #eval("1+1")',
    '*gras* _italique_ `code` $x^2$',
    '= Titre @cle <label> // rien /* rien */',
    '\\u{41} ~ -- --- ... \\',
    '<script>alert(1)</script> &amp;',
  ])('prints the name « %s » letter by letter', async (name) => {
    expect(text(aCv(1, { name }))).toContain(name)
    const { all } = read(await pdf.render(aCv(1, { name }), signedAt))
    expect(missing(all, ['pdfuaid:part'])).toEqual([])
  })

  test('prints markup in every other part literally too', () => {
    const trap = '#read("x") *b* $x$ <b>'
    const shown = text({
      name: 'Léa',
      contact: { phone: trap, email: trap, town: trap },
      experiences: [{ heading: trap, place: trap, period: trap, actions: [trap] }],
      skills: [{ label: trap, level: 2 }],
    })
    expect(shown.split(trap)).toHaveLength(9)
  })

  test('leaves emoji out, which printed letters do not have', async () => {
    expect(text(aCv(1, { name: 'Léa 🎉👩🏽‍🍳' }))).toContain('Léa')
    const bytes = await pdf.render(aCv(1, { name: 'Léa 🎉👩🏽‍🍳' }), signedAt)
    expect(missing(read(bytes).all, ['pdfuaid:part'])).toEqual([])
  })
})

describe('the thread that prints', () => {
  test('leaves the event loop free, and prints many at once', async () => {
    await pdf.render(aCv(1), signedAt)
    const blocked = longestPause()
    const names = Array.from({ length: 20 }, (_, i) => `Personne ${i}`)
    const files = await Promise.all(names.map((name) => pdf.render(aCv(8, { name }), signedAt)))
    expect(files.map((file) => read(file).pages)).toEqual(names.map(() => 1))
    expect(blocked()).toBeLessThan(500)
  })

  test('that takes too long is given up, and the next CV gets a new one', async () => {
    const hurried = openCvPdf({ limit: 1 })
    await expect(hurried.render(aCv(20), signedAt)).rejects.toThrow(Unavailable)
    await hurried.close()
    const again = openCvPdf()
    await again.render(aCv(1), signedAt)
    await again.close()
    expect(read(await again.render(aCv(1), signedAt)).pages).toBe(1)
    await again.close()
  })
})

/** What the pages show, in reading order, as the compiler set it. */
function text(cv: Cv): string {
  const svg = compiler.svg(printedCv(cv))
  const parts = [...svg.matchAll(/<h5:div[^>]*>([^<]*)</g)].map(([, part = '']) => part)
  return parts
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

/** Which of these are not there: a failure then prints a word and not a whole file. */
function missing(all: string, marks: readonly string[]): string[] {
  return marks.filter((mark) => !all.includes(mark))
}

/** The bytes as text, with every compressed stream after them. */
function read(bytes: Uint8Array): { pages: number; all: string } {
  const raw = Buffer.from(bytes).toString('latin1')
  const streams = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body = '']) =>
    inflated(Buffer.from(body, 'latin1')),
  )
  const all = [...streams, Buffer.from(bytes).toString('utf8')].join('\n')
  const heads = [raw, ...streams].join('\n')
  return {
    pages: heads.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0,
    all: `${raw.slice(0, 9)}${all}`,
  }
}

function inflated(stream: Buffer): string {
  try {
    return inflateSync(stream).toString('latin1')
  } catch {
    return stream.toString('utf8')
  }
}

/** Starts to watch the event loop; the function says the longest time it was held, in ms. */
function longestPause(): () => number {
  let longest = 0
  let last = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
  }, 5)
  return () => {
    clearInterval(timer)
    return longest
  }
}
