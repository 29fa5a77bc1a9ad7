import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Cv } from '#portfolio/cv.ts'
import { Unavailable } from '#portfolio/errors.ts'
import { type PrintedCv, printedCv } from './printed-cv.ts'

export type Question = { readonly id: number; readonly cv: PrintedCv; readonly at: Date }
export type Answer =
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly error: string }

export type CvPdf = {
  /**
   * One PDF/UA-1 file of A4 pages, dated `at`; the same bytes for the same CV and date. Throws
   * `Unavailable` after 30 s, or when the thread died.
   */
  render(cv: Cv, at: Date): Promise<Uint8Array>
  close(): Promise<void>
}

type Waiting = { resolve(bytes: Uint8Array): void; reject(error: Error): void }
type Thread = { worker: Worker; workspace: string; waiting: Map<number, Waiting> }

/**
 * Renders in a thread of its own, so that a page never makes a person wait for their answer. The
 * thread starts with the first CV and is replaced when it hangs or dies.
 */
export function openCvPdf({ limit = 30_000 }: { limit?: number } = {}): CvPdf {
  let thread: Promise<Thread> | undefined
  let lastId = 0

  const drop = async (dropped: Promise<Thread>) => {
    if (thread === dropped) thread = undefined
    const { worker, workspace, waiting } = await dropped
    for (const { reject } of waiting.values()) reject(new Unavailable('pdf'))
    waiting.clear()
    await worker.terminate()
    await rm(workspace, { recursive: true, force: true })
  }
  const current = () => {
    if (thread) return thread
    const started = startThread(() => void drop(started).catch(() => {}))
    thread = started
    started.catch(() => {
      thread = undefined
    })
    return started
  }

  return {
    async render(cv, at) {
      const started = current()
      const { worker, waiting } = await started
      const id = ++lastId
      const timer = setTimeout(() => void drop(started).catch(() => {}), limit)
      try {
        return await new Promise<Uint8Array>((resolve, reject) => {
          waiting.set(id, { resolve, reject })
          worker.postMessage({ id, cv: printedCv(cv), at } satisfies Question)
        })
      } finally {
        clearTimeout(timer)
        waiting.delete(id)
      }
    },
    async close() {
      if (thread) await drop(thread)
    },
  }
}

/** `gone` is called once, when the thread ends by itself. */
async function startThread(gone: () => void): Promise<Thread> {
  const workspace = await mkdtemp(join(tmpdir(), 'raconte-cv-'))
  const waiting: Thread['waiting'] = new Map()
  const worker = new Worker(new URL('./cv-pdf-worker.ts', import.meta.url), {
    workerData: workspace,
  })
  worker.unref()
  worker.on('message', (answer: Answer) => {
    const asker = waiting.get(answer.id)
    if ('bytes' in answer) asker?.resolve(answer.bytes)
    else asker?.reject(new Error(answer.error))
  })
  worker.once('error', gone)
  worker.once('exit', gone)
  return { worker, workspace, waiting }
}
