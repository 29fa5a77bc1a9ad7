import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import type { DestinationStream } from 'pino'
import { prismaConfig } from '#prisma/config.ts'
import { seedDemo } from '#prisma/demo.ts'
import { openStores, type Stores } from '#prisma/index.ts'
import { retrievalConfig } from '#retrieval/config.ts'
import { openSearch } from '#retrieval/index.ts'
import { mailConfig } from '#workers/mail/config.ts'
import { openMailSender } from '#workers/mail/open-mail-sender.ts'
import { queueConfig } from '#workers/queue/config.ts'
import { openJobQueue } from '#workers/queue/index.ts'
import { makeRelay } from '#workers/relay.ts'
import { openCvPdf } from '#workers/render/open-cv-pdf.ts'
import { makeRetain } from '#workers/retain.ts'
import { startWorkers } from '#workers/start-workers.ts'
import { buildApp } from './app.ts'
import type { AppDeps } from './app-deps.ts'
import { type ApiConfig, apiConfig, usesTwilio } from './config.ts'
import { makeJobs } from './make-jobs.ts'
import { makeUseCases } from './make-use-cases.ts'
import { openChannels } from './open-channels.ts'
import { pagesOf } from './pages-of.ts'
import { makeLog } from './plugins/log.ts'
import { makeMetrics } from './plugins/metrics.ts'
import { checkConfigs, readConfig } from './read-config.ts'
import { schemas } from './schemas.ts'
import { sessionSecret } from './session-secret.ts'

export type Env = Readonly<Record<string, string | undefined>>

export type Raconte = {
  readonly config: ApiConfig
  readonly stores: Stores
  /** Where it listens; `undefined` for ROLE=workers. With PORT=0 the port is the one it got. */
  readonly url: string | undefined
  /** Stops accepting, lets running jobs end, then lets go of everything. */
  stop(): Promise<void>
}

/**
 * Opens every room and puts the house together: one process with all of it, or the part that ROLE
 * asks for. Rejects before anything listens when a setting is wrong or a room does not open.
 */
export async function startRaconte(env: Env, logTo?: DestinationStream): Promise<Raconte> {
  checkConfigs(env, schemas)
  const config = readConfig(env, apiConfig)
  const log = makeLog(config.LOG_LEVEL, logTo)
  const opened: (() => Promise<unknown> | unknown)[] = []
  const stop = async () => {
    for (const close of opened.splice(0).reverse()) await close()
  }
  try {
    const house = await openHouse(env, config, log, (close) => opened.push(close))
    return { config, stores: house.stores, url: house.url, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function openHouse(
  env: Env,
  config: ApiConfig,
  log: ReturnType<typeof makeLog>,
  later: (close: () => Promise<unknown> | unknown) => void,
): Promise<{ readonly stores: Stores; readonly url: string | undefined }> {
  const storesConfig = readConfig(env, prismaConfig)
  const stores = await openStores(storesConfig, {
    info: (message) => log.info(message),
    warn: (message) => log.warn(message),
  })
  later(() => stores.close())
  if (config.DEMO === 'on') await seedDemo(stores)
  const search = await openSearch(readConfig(env, retrievalConfig))
  later(() => search.close())
  const pdf = openCvPdf()
  later(() => pdf.close())
  const { databaseUrl, installation } = stores
  const queueSettings = { databaseUrl, installation, ...readConfig(env, queueConfig) }
  const queue = await openJobQueue(queueSettings, log)
  later(() => queue.close())

  const clock = { now: () => new Date() }
  const ids = { next: () => randomUUID() }
  const metrics = makeMetrics(() => stores.outbox.counts())
  const channels = openChannels(config, metrics)
  const publicUrl = config.PUBLIC_URL
  const useCases = makeUseCases({
    stores,
    search: search.search,
    queue,
    clock,
    ids,
    publicUrl,
    ...(!usesTwilio(config) && { waits: { sms: drawnTelephoneBurst } }),
  })

  if (config.ROLE !== 'api') {
    const mail = readConfig(env, mailConfig)
    const { senders } = channels
    const mailSender = openMailSender(mail)
    const jobs = { stores, useCases, senders, mailSender, pdf, metrics, publicUrl, clock, ids, log }
    const relay = makeRelay({ outbox: stores.outbox, queue, clock, log })
    const retain = makeRetain({ forgetOld: stores.forgetOld, clock, log })
    const workers = startWorkers({ runJob: makeJobs(jobs), queue, relay, retain })
    later(() => workers.stop())
  }
  if (config.ROLE === 'workers') return { stores, url: undefined }

  const deps: AppDeps = {
    config,
    secret: await sessionSecret(storesConfig.DATA_DIR, config.SESSION_SECRET),
    acceptMessage: useCases.acceptMessage,
    thread: stores.thread,
    people: stores.people,
    signals: stores.signals,
    health: {
      database: () => stores.isHealthy(),
      queue: () => queue.isHealthy(),
      search: async () => (search.status().degraded ? 'degraded' : 'ok'),
    },
    metrics,
    now: clock.now,
    ...(channels.botFramework && { botFramework: channels.botFramework }),
  }
  const isDevelopment = readConfig(env, mailConfig).SMTP_URL === undefined
  const app = buildApp(
    deps,
    log,
    pagesOf({ config, stores, useCases, search, clock, isDevelopment, secret: deps.secret }),
  )
  later(() => app.close())
  await app.listen({ port: config.PORT, host: config.HOST })
  return { stores, url: addressOf(app.server.address(), config) }
}

/** On the drawn telephone one types faster than on a real one, and waits less gladly; in ms. */
const drawnTelephoneBurst = 3_000

function addressOf(address: AddressInfo | string | null, config: ApiConfig): string {
  const port = typeof address === 'object' && address !== null ? address.port : config.PORT
  return `http://${config.HOST.includes(':') ? `[${config.HOST}]` : config.HOST}:${port}`
}
