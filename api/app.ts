import swagger from '@fastify/swagger'
import websocket from '@fastify/websocket'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import type { AppDeps } from './app-deps.ts'
import { answerBadAddress, answerErrors } from './plugins/errors.ts'
import { measureRequests } from './plugins/metrics.ts'
import { jsonSchemaTransform } from './plugins/open-api.ts'
import { secure } from './plugins/security.ts'
import { stopInTime } from './plugins/stop.ts'
import { registerApiMessages } from './routes/api-messages.ts'
import { registerDirectLine } from './routes/directline/register.ts'
import { registerHealth } from './routes/health.ts'
import { registerMetrics } from './routes/metrics.ts'
import { registerOpenApi } from './routes/openapi.ts'
import { registerTelephoneApi } from './routes/telephone-api.ts'
import { registerTwilioWebhooks } from './routes/webhooks/twilio.ts'

/** 256 kB: a story of 20,000 characters fits many times. */
const bodyLimit = 262_144

/** What the door needs of the pages; without them only programs are served. */
export type Pages = {
  register(app: FastifyInstance): void
  /** A whole document for an HTTP status ≥ 400. */
  errorPage(status: number): string
}

/**
 * The door, ready for `listen` or `inject`. One log line per request, by route template: addresses may hold tokens.
 */
export function buildApp(deps: AppDeps, log: FastifyBaseLogger, pages?: Pages): FastifyInstance {
  const app: FastifyInstance = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    trustProxy: deps.config.TRUST_PROXY ?? false,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 500 },
    // Before any route and hook: a broken address is answered like the others, and never repeated.
    frameworkErrors: answerBadAddress,
  })
  // Routes check what they are given with zod; JSON schemas only document.
  app.setValidatorCompiler(() => (value) => ({ value }))
  app.setSerializerCompiler(() => (data) => JSON.stringify(data))
  answerErrors(app, pages?.errorPage)
  secure(app, deps)
  stopInTime(app)
  measureRequests(app, deps.metrics)
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request
    const ms = Math.round(reply.elapsedTime)
    request.log.info({ method, route: routeOptions.url ?? 'unknown', status: reply.statusCode, ms })
  })
  void app.register(swagger, jsonSchemaTransform(deps.config.PUBLIC_URL))
  void app.register(websocket, { options: { maxPayload: 65_536 } })
  // Inside `register`, so that the plug-ins above see every route being added.
  void app.register(async (scope) => {
    registerHealth(scope, deps)
    registerMetrics(scope, deps)
    registerOpenApi(scope)
    registerTwilioWebhooks(scope, deps)
    registerTelephoneApi(scope, deps)
    registerDirectLine(scope, deps)
    registerApiMessages(scope, deps)
    pages?.register(scope)
  })
  return app
}
