import { parentPort, workerData } from 'node:worker_threads'
import { openCvCompiler } from './compile-cv.ts'
import type { Answer, Question } from './open-cv-pdf.ts'

/** The thread behind `openCvPdf`. `workerData` is the empty folder it works in. */
const port = parentPort
if (!port) throw new Error('this file runs as a worker thread')
const compiler = openCvCompiler(String(workerData))

port.on('message', ({ id, cv, at }: Question) => {
  port.postMessage(answer(id, () => compiler.pdf(cv, at)))
})

function answer(id: number, render: () => Uint8Array): Answer {
  try {
    return { id, bytes: render() }
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : 'unknown' }
  }
}
