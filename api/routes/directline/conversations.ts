import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { readWatermark } from '#bot/channels/direct-line/activity.ts'
import { newConversationId } from '#bot/channels/direct-line/tokens.ts'
import {
  bearer,
  conversationAnswer,
  conversationOf,
  type DirectLineDeps,
  refuse,
  requireToken,
  tokenOf,
} from './direct-line-deps.ts'

export const withWatermark = z.object({ watermark: z.string().optional() })

/** Begin, and come back: both hand out a fresh token and the address of the socket. */
export function registerConversations(app: FastifyInstance, deps: DirectLineDeps): void {
  const preHandler = requireToken(deps)

  app.post(
    '/conversations',
    {
      // Without a token, as with one from `/tokens/generate`: anybody may begin.
      preHandler: async (request, reply) =>
        tokenOf(request) === undefined ? undefined : preHandler(request, reply),
      config: {
        rateLimit: { max: Math.ceil(deps.config.RATE_LIMIT / 10), timeWindow: '1 minute' },
      },
      schema: { tags: ['direct-line'], summary: 'Begin', security: bearer },
    },
    async (request, reply) => {
      const isNew = tokenOf(request) === undefined
      const conversationId = isNew ? newConversationId() : conversationOf(deps, request)
      return reply.code(201).send(conversationAnswer(deps, request, conversationId, 0))
    },
  )

  app.get(
    '/conversations/:id',
    { preHandler, schema: { tags: ['direct-line'], summary: 'Come back', security: bearer } },
    async (request, reply) => {
      const { watermark } = withWatermark.parse(request.query)
      const after = readWatermark(watermark)
      if (after === undefined) {
        return refuse(request, reply, 400, 'BadArgument', 'watermark is not one of ours.')
      }
      return conversationAnswer(deps, request, conversationOf(deps, request), after)
    },
  )
}
