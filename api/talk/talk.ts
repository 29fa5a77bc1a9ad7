import { randomUUID } from 'node:crypto'
import type { UseCases } from '#api/make-use-cases.ts'
import { makeTerminalSender } from '#bot/channels/terminal/terminal-sender.ts'
import type { Clock } from '#bot/ports/clock.ts'
import type { MemoryStores } from '#bot/ports/memory-stores.ts'
import { makeDeliver } from '#workers/jobs/deliver.ts'

export type Talk = {
  /** Hears one message and prints what is answered; empty text opens the conversation. */
  say(text: string): Promise<void>
}

type TalkDeps = {
  readonly stores: Pick<MemoryStores, 'thread' | 'inbox' | 'people' | 'outbox'>
  readonly useCases: Pick<UseCases, 'acceptMessage' | 'receiveMessages'>
  readonly clock: Clock
  readonly print: (line: string) => void
  /** The same address finds the same conversation again. */
  readonly address: string
}

/**
 * A conversation at the terminal: the use cases of every channel, and the job that delivers, one after
 * the other in this process. Jobs of other people are left to the server.
 */
export function openTalk({ stores, useCases, clock, print, address }: TalkDeps): Talk {
  const { thread, inbox, people, outbox } = stores
  const senders = { terminal: makeTerminalSender(print) }
  const deliver = makeDeliver({ thread, inbox, people, senders, clock })
  let shown = 0
  let isOpened = false

  /** What earlier sessions said is known; what was never delivered is not. */
  const open = async () => {
    isOpened = true
    for (const message of await all(0)) if (message.delivery !== 'queued') shown = message.position
  }
  const all = (after: number) => thread.ofAddress('terminal', address, after)

  return {
    async say(text) {
      if (!isOpened) await open()
      const externalId = `terminal:${randomUUID()}`
      const message = { channel: 'terminal', address, externalId, text, attachments: 0 } as const
      const { messageId, personId } = await useCases.acceptMessage(message)
      await useCases.receiveMessages(personId)
      await outbox.done(`receive:${messageId}`)
      for (const { id, position, delivery } of await all(shown)) {
        shown = position
        if (delivery !== 'queued') continue
        const jobId = `deliver:${id}`
        await deliver({ messageId: id }, { jobId, tries: 0, crashes: 0 })
        await outbox.done(jobId)
      }
    },
  }
}
