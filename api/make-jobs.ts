import type { ChannelSender } from '#bot/ports/channel.ts'
import type { Clock } from '#bot/ports/clock.ts'
import type { Ids } from '#bot/ports/ids.ts'
import type { MailSender } from '#bot/ports/mail.ts'
import type { MemoryStores } from '#bot/ports/memory-stores.ts'
import type { ChannelName } from '#bot/ports/message.ts'
import type { Log } from '#workers/log.ts'
import { makeHandlers } from '#workers/make-handlers.ts'
import type { RunJob } from '#workers/queue/job-queue.ts'
import type { CvPdf } from '#workers/render/open-cv-pdf.ts'
import { makeRunJob } from '#workers/run-jobs.ts'
import type { UseCases } from './make-use-cases.ts'
import type { Metrics } from './plugins/metrics.ts'

export type JobsDeps = {
  readonly stores: MemoryStores
  readonly useCases: UseCases
  readonly senders: Readonly<Partial<Record<ChannelName, ChannelSender>>>
  readonly mailSender: MailSender
  readonly pdf: CvPdf
  readonly metrics: Pick<Metrics, 'turnPlayed'>
  readonly publicUrl: string
  readonly clock: Clock
  readonly ids: Ids
  readonly log?: Log
}

/** Everything that follows a turn, wired for one process. */
export function makeJobs(deps: JobsDeps): RunJob {
  const { stores, useCases, senders, mailSender, pdf, publicUrl, clock, ids, log } = deps
  const handlers = makeHandlers({
    ...stores,
    clock,
    ids,
    senders,
    mailSender,
    receiveMessages: (personId) => timed(deps, () => useCases.receiveMessages(personId)),
    nudge: useCases.nudge,
    tellPerson: useCases.tellPerson,
    renderPdf: (cv, at) => pdf.render(cv, at),
    alertLink: () => `${publicUrl}/conseil`,
    reviewLink: (draftId) => `${publicUrl}/conseil/dossiers/${draftId}`,
    cvLink: (token) => `${publicUrl}/p/${token}`,
  })
  return makeRunJob({ outbox: stores.outbox, handlers, clock, ...(log && { log }) })
}

/** One line and one measure per turn: how it ended, how long it took, which kinds of events. */
async function timed(
  { metrics, log }: Pick<JobsDeps, 'metrics' | 'log'>,
  receive: () => ReturnType<UseCases['receiveMessages']>,
): ReturnType<UseCases['receiveMessages']> {
  const start = performance.now()
  const received = await receive()
  const ms = performance.now() - start
  metrics.turnPlayed(received.outcome, ms / 1000)
  if (received.outcome === 'answered') {
    const { conversation, events } = received.turn
    const { stage, asked } = conversation.interview
    const types = events.map(({ type }) => type)
    log?.info({ ms: Math.round(ms), stage, step: asked?.step, events: types }, 'turn')
  }
  return received
}
