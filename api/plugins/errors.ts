import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ZodError } from 'zod'
import { NotAllowed, NotFound, Unavailable } from '#portfolio/errors.ts'

declare module 'fastify' {
  interface FastifyRequest {
    errorPage?: (status: number) => string
  }
}

type Problem = {
  readonly status: number
  readonly code: string
  readonly message: string
}

/**
 * Errors become answers here and nowhere else: a page for a browser, JSON for a program. Neither
 * carries the message of an exception, which may repeat what a person wrote.
 */
export function answerErrors(app: FastifyInstance, errorPage?: (status: number) => string): void {
  app.decorateRequest('errorPage')
  app.addHook('onRequest', async (request) => {
    if (errorPage) request.errorPage = errorPage
  })
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = problemOf(error)
    if (problem.status >= 500) {
      request.log.error({ err: error, route: request.routeOptions.url ?? 'unknown' }, 'failed')
    }
    if (problem.status === 503) void reply.header('retry-after', '5')
    return sendProblem(request, reply, problem)
  })
  app.setNotFoundHandler((request, reply) =>
    sendProblem(request, reply, {
      status: 404,
      code: 'NotFound',
      message: 'Nothing at this address.',
    }),
  )
}

/** An address that cannot be read or is too long. Its own words might be a token's: not repeated. */
export function answerBadAddress(_: FastifyError, __: FastifyRequest, reply: FastifyReply): void {
  void reply
    .code(400)
    .header('cache-control', 'no-store')
    .header('content-security-policy', "default-src 'none'")
    .header('x-content-type-options', 'nosniff')
    .send({ error: { code: 'BadAddress', message: 'This address cannot be read.' } })
}

/** The same shape everywhere: `{ error: { code, message } }`, which is Direct Line's too. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, code, message }: Problem,
): FastifyReply {
  void reply.code(status).header('cache-control', 'no-store')
  if (!request.errorPage || !wantsPage(request)) return reply.send({ error: { code, message } })
  return reply.type('text/html; charset=utf-8').send(request.errorPage(status))
}

function problemOf(error: FastifyError): Problem {
  if (error instanceof Unavailable)
    return { status: 503, code: 'Unavailable', message: 'A service did not answer. Try again.' }
  if (error instanceof NotAllowed)
    return { status: 403, code: 'NotAllowed', message: 'This is not yours to see or change.' }
  if (error instanceof NotFound)
    return { status: 404, code: 'NotFound', message: 'Nothing at this address.' }
  if (error instanceof ZodError) {
    const fields = error.issues.map((issue) => issue.path.join('.') || 'body')
    return { status: 400, code: 'BadArgument', message: `Not understood: ${fields.join(', ')}.` }
  }
  const status = error.statusCode ?? 500
  return status >= 400 && status < 500
    ? { status, code: plain[status] ?? 'BadArgument', message: said[status] ?? 'Not understood.' }
    : status === 503
      ? { status, code: 'Unavailable', message: 'Too busy. Try again.' }
      : {
          status: 500,
          code: 'ServiceError',
          message: 'Something went wrong here. Nothing is lost.',
        }
}

const plain: Readonly<Record<number, string>> = {
  401: 'Unauthorized',
  403: 'NotAllowed',
  404: 'NotFound',
  413: 'MessageSizeTooBig',
  415: 'UnsupportedMediaType',
  429: 'TooManyRequests',
}

const said: Readonly<Record<number, string>> = {
  403: 'Refused.',
  404: 'Nothing at this address.',
  413: 'The body is too large.',
  415: 'This type of content is not taken here.',
  429: 'Too many requests. Wait a minute.',
}

function wantsPage(request: FastifyRequest): boolean {
  const isForPrograms = /^\/(v3|api|webhooks|health|metrics|telephone\/messages)(\/|$|\?)/.test(
    request.url,
  )
  return !isForPrograms && (request.headers.accept ?? '').includes('text/html')
}
