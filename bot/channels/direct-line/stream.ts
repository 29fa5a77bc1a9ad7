import type { ThreadMessage } from '#bot/ports/message.ts'
import { type ActivitySet, activitySet } from './activity.ts'

export type StreamSource = {
  read(after: number): Promise<readonly ThreadMessage[]>
}

export type ActivityStream = {
  /** Something may be new. Cheap; may be called at any time, also while reading. */
  wake(): void
  stop(): void
}

/**
 * Follows one conversation from a watermark: reads the thread when woken, hands out what is new in
 * order and once. Wake-ups during a read lead to one more read, so that none is lost. A read that
 * fails is `onTrouble`'s affair: closing the socket makes a client come back with its watermark.
 *
 * All that is new goes out as one set: the published client mixes up the order of sets that come
 * one right after the other (it merges them on an asynchronous scheduler).
 */
export function followThread(
  source: StreamSource,
  from: number,
  push: (set: ActivitySet) => void,
  onTrouble: () => void,
): ActivityStream {
  let after = from
  let isReading = false
  let isWoken = false
  let isStopped = false

  const readOn = async () => {
    isReading = true
    try {
      while (isWoken && !isStopped) {
        isWoken = false
        const messages = await readAll(source, after)
        if (isStopped || messages.length === 0) continue
        const set = activitySet(messages, after)
        after = messages.at(-1)?.position ?? after
        push(set)
      }
    } catch {
      isStopped = true
      onTrouble()
    } finally {
      isReading = false
    }
  }
  return {
    wake() {
      isWoken = true
      if (!isReading && !isStopped) void readOn()
    },
    stop() {
      isStopped = true
    },
  }
}

async function readAll(source: StreamSource, from: number): Promise<readonly ThreadMessage[]> {
  const all: ThreadMessage[] = []
  for (let after = from; ; ) {
    const page = await source.read(after)
    all.push(...page)
    const last = page.at(-1)
    if (!last) return all
    after = last.position
  }
}
