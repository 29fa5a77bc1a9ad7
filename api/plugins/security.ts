import cookie from '@fastify/cookie'
import csrf from '@fastify/csrf-protection'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import type { FastifyInstance } from 'fastify'
import type { AppDeps } from '#api/app-deps.ts'

/**
 * What every route gets: strict headers, cookies, forms, limits. Pages use `reply.cspNonce` for their
 * scripts, `reply.generateCsrf()` in forms and `app.csrfProtection` before what a form changes.
 */
export function secure(app: FastifyInstance, { config, secret }: AppDeps): void {
  const isHttps = config.PUBLIC_URL.startsWith('https://')
  void app.register(helmet, {
    enableCSPNonces: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", socketOrigin(config.PUBLIC_URL)],
        frameSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        manifestSrc: ["'self'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
    hsts: isHttps && { maxAge: 31_536_000, includeSubDomains: false },
    crossOriginEmbedderPolicy: false,
  })
  void app.register(cookie, { secret })
  void app.register(formbody, { bodyLimit: 262_144 })
  void app.register(rateLimit, {
    global: true,
    max: config.RATE_LIMIT,
    timeWindow: '1 minute',
  })
  void app.register(csrf, {
    sessionPlugin: '@fastify/cookie',
    cookieKey: isHttps ? '__Host-csrf' : 'csrf',
    cookieOpts: { path: '/', httpOnly: true, sameSite: 'lax', secure: isHttps, signed: true },
  })
  void app.register(underPressure, {
    maxEventLoopDelay: 2_000,
    retryAfter: 5,
    exposeStatusRoute: false,
    pressureHandler: (request, reply) => {
      if (mustAlwaysAnswer(request.routeOptions.url)) return
      void reply.header('retry-after', '5')
      throw Object.assign(new Error('event loop is late'), { statusCode: 503 })
    },
  })
}

/** Providers do not come back: a webhook that only appends is served however busy we are. */
function mustAlwaysAnswer(route: string | undefined): boolean {
  return route !== undefined && /^\/(webhooks|health|metrics|api\/messages)/.test(route)
}

function socketOrigin(publicUrl: string): string {
  return new URL(publicUrl).origin.replace(/^http/, 'ws')
}
