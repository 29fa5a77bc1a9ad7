import { readFileSync } from 'node:fs'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { PrintedCv } from './printed-cv.ts'

export type CvCompiler = {
  /** The bytes of a tagged PDF; the same bytes for the same CV and date. Blocks: some 10 ms. */
  pdf(cv: PrintedCv, at: Date): Uint8Array
  /** The document as a picture whose text can be read, for tests. */
  svg(cv: PrintedCv): string
}

const fonts = ['source-sans-3-regular.ttf', 'source-sans-3-semibold.ttf']

/**
 * Typst with our template and our fonts, so that a CV looks the same on every machine. `workspace` is
 * an empty folder: a template could read files below it, and nothing a person typed is ever template.
 */
export function openCvCompiler(workspace: string): CvCompiler {
  const template = readFileSync(new URL('./cv.typ', import.meta.url), 'utf8')
  const fontBlobs = fonts.map((font) => readFileSync(new URL(`./fonts/${font}`, import.meta.url)))
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] })

  const compile = (cv: PrintedCv) => {
    compiler.evictCache(5)
    const inputs = { cv: JSON.stringify(cv) }
    const compiled = compiler.compile({ mainFileContent: template, inputs })
    if (compiled.result) return compiled.result
    const reasons = compiled.takeError()?.shortDiagnostics.map(({ message }) => message)
    throw new Error(`cv.typ does not compile: ${reasons?.join(' · ')}`)
  }

  return {
    pdf(cv, at) {
      const document = compile(cv)
      const creationTimestamp = Math.floor(at.getTime() / 1_000)
      try {
        return compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp })
      } catch {
        // A sign that no font has (an emoji in a name) is against PDF/UA: tagged all the same.
        return compiler.pdf(document, { creationTimestamp })
      }
    },
    svg: (cv) => compiler.svg(compile(cv)),
  }
}
