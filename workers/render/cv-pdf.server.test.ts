import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { aCv } from './cv.fixture.ts'
import { openCvPdf } from './open-cv-pdf.ts'

const run = promisify(execFile)

/** `poppler-utils` of Debian: what a recruiter's software reads in the file. */
test('another program reads every word of the PDF, in order', async (context) => {
  const hasPoppler = await run('pdftotext', ['-v']).then(
    () => true,
    () => false,
  )
  if (!hasPoppler) {
    console.warn(
      'pdftotext is not installed (apt install poppler-utils): the PDF was not read back',
    )
    return context.skip('pdftotext is not installed')
  }
  const folder = await mkdtemp(join(tmpdir(), 'raconte-pdf-'))
  const pdf = openCvPdf()
  try {
    const file = join(folder, 'cv.pdf')
    const name = '#read("x") <script> *Žoë* $x$ Çœur'
    await writeFile(file, await pdf.render(aCv(3, { name }), new Date(0)))
    const { stdout: words } = await run('pdftotext', [file, '-'])
    const { stdout: facts } = await run('pdfinfo', [file])
    const order = [
      name,
      '06 12 34 56 78',
      'EXPÉRIENCES',
      'Serveuse',
      'Garde d’enfants',
      'COMPÉTENCES',
    ]
    const places = order.map((part) => words.replaceAll('\u00A0', ' ').indexOf(part))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places[0]).toBe(0)
    expect(facts).toMatch(/Tagged: +yes/)
    expect(facts).toMatch(/Pages: +1\n/)
    expect(facts).toMatch(/\(A4\)/)
  } finally {
    await pdf.close()
    await rm(folder, { recursive: true })
  }
})
