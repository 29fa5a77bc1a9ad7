import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { AppDeps } from '#api/app-deps.ts'
import { sendProblem } from '#api/plugins/errors.ts'
import {
  type DirectLineTokens,
  type ReadToken,
  tokenLifetime,
} from '#bot/channels/direct-line/tokens.ts'

export type DirectLineDeps = AppDeps & {
  readonly tokens: DirectLineTokens
}

export const bearer = [{ conversation: [] }]
const ofConversation = z.object({ id: z.string() })

/** The token of the request, from its header, or from the query for a socket. */
export function tokenOf(request: FastifyRequest): string | undefined {
  const header = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1]
  const query = z.object({ t: z.string() }).safeParse(request.query)
  return header ?? (query.success ? query.data.t : undefined)
}

/**
 * Refuses a request whose token does not open the conversation in its address. 403 with
 * `TokenExpired` is what clients wait for to refresh; a missing one is 401.
 */
export function requireToken(deps: Pick<DirectLineDeps, 'tokens'>) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const token = tokenOf(request)
    if (token === undefined) {
      return refuse(request, reply, 401, 'MissingToken', 'Give Authorization: Bearer <token>.')
    }
    const read = deps.tokens.read(token)
    const asked = ofConversation.safeParse(request.params)
    const isTheirs = read && (!asked.success || asked.data.id === read.conversationId)
    if (!isTheirs) {
      return refuse(request, reply, 403, 'BadToken', 'This token opens something else, or nothing.')
    }
    if (read.isExpired) {
      return refuse(request, reply, 403, 'TokenExpired', 'Exchange it at /tokens/refresh.')
    }
    return undefined
  }
}

/** What `requireToken` let through. */
export function conversationOf(deps: Pick<DirectLineDeps, 'tokens'>, request: FastifyRequest) {
  const read: ReadToken | undefined = deps.tokens.read(tokenOf(request) ?? '')
  if (!read) throw new Error('a Direct Line route without requireToken')
  return read.conversationId
}

export function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  code: string,
  message: string,
): FastifyReply {
  return sendProblem(request, reply, { status, code, message })
}

/** What clients keep: the token, and where the socket is. */
export function conversationAnswer(
  deps: Pick<DirectLineDeps, 'tokens' | 'config'>,
  request: FastifyRequest,
  conversationId: string,
  watermark: number,
) {
  const token = deps.tokens.issue(conversationId)
  const query = new URLSearchParams({ watermark: String(watermark), t: token })
  const base = socketBase(deps.config.PUBLIC_URL, request)
  return {
    conversationId,
    token,
    expires_in: tokenLifetime,
    streamUrl: `${base}/v3/directline/conversations/${conversationId}/stream?${query}`,
  }
}

/** `PUBLIC_URL`, except on the machine itself, where people type another name or port for it. */
function socketBase(publicUrl: string, request: FastifyRequest): string {
  const isLocal = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(request.headers.host ?? '')
  return isLocal ? `ws://${request.headers.host}` : publicUrl.replace(/^http/, 'ws')
}
