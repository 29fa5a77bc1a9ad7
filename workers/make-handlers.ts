import type { Handlers } from './handlers.ts'
import { type AlertDeps, makeAlert } from './jobs/alert.ts'
import { type AssembleDeps, makeAssemble } from './jobs/assemble.ts'
import { type DeliverDeps, makeDeliver } from './jobs/deliver.ts'
import { type EraseDeps, makeErase } from './jobs/erase.ts'
import { type MailDeps, makeMailJob } from './jobs/mail.ts'
import { makeNudgeJob, type NudgeDeps } from './jobs/nudge.ts'
import { makeReceive, type ReceiveDeps } from './jobs/receive.ts'
import { makeRender, type RenderDeps } from './jobs/render.ts'

/** All that the jobs need of the world: stores, senders, use cases, and the addresses of pages. */
export type HandlersDeps = ReceiveDeps &
  DeliverDeps &
  AssembleDeps &
  RenderDeps &
  AlertDeps &
  NudgeDeps &
  MailDeps &
  EraseDeps

/** One handler for every name of a job. A name without one does not compile. */
export function makeHandlers(deps: HandlersDeps): Handlers {
  return {
    receive: makeReceive(deps),
    deliver: makeDeliver(deps),
    assemble: makeAssemble(deps),
    render: makeRender(deps),
    alert: makeAlert(deps),
    nudge: makeNudgeJob(deps),
    mail: makeMailJob(deps),
    erase: makeErase(deps),
  }
}
