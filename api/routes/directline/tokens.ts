import type { FastifyInstance } from 'fastify'
import { newConversationId, tokenLifetime } from '#bot/channels/direct-line/tokens.ts'
import { bearer, type DirectLineDeps, refuse, tokenOf } from './direct-line-deps.ts'

/**
 * Anybody may begin a conversation, so `generate` asks for no secret. `refresh` takes a token that is
 * still good, or that expired less than 30 days ago (ours; Direct Line has no such delay): the chat
 * page keeps its token and finds its conversation again.
 */
export function registerTokens(app: FastifyInstance, { tokens, config }: DirectLineDeps): void {
  const max = Math.ceil(config.RATE_LIMIT / 10)
  const answer = (conversationId: string) => ({
    conversationId,
    token: tokens.issue(conversationId),
    expires_in: tokenLifetime,
  })

  app.post(
    '/tokens/generate',
    {
      config: { rateLimit: { max, timeWindow: '1 minute' } },
      schema: { tags: ['direct-line'], summary: 'A new conversation and the token that opens it' },
    },
    async () => answer(newConversationId()),
  )

  app.post(
    '/tokens/refresh',
    { schema: { tags: ['direct-line'], summary: 'A new token for an old one', security: bearer } },
    async (request, reply) => {
      const token = tokenOf(request)
      if (!token) return refuse(request, reply, 401, 'MissingToken', 'Give Authorization: Bearer.')
      const read = tokens.read(token)
      if (!read) return refuse(request, reply, 403, 'BadToken', 'This token opens nothing.')
      if (!read.isRefreshable) {
        return refuse(request, reply, 403, 'TokenExpired', 'Expired for more than 30 days.')
      }
      return answer(read.conversationId)
    },
  )
}
