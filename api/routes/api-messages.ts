import type { FastifyInstance } from 'fastify'
import type { AppDeps } from '#api/app-deps.ts'
import { sendProblem } from '#api/plugins/errors.ts'

/**
 * Bot Framework (Messenger, Teams, Azure). Closed unless its credentials are set: without them the
 * SDK would take anybody's word.
 */
export function registerApiMessages(app: FastifyInstance, deps: AppDeps): void {
  const { botFramework, acceptMessage, metrics } = deps
  app.post('/api/messages', { schema: { tags: ['bot-framework'] } }, async (request, reply) => {
    if (!botFramework) {
      return sendProblem(request, reply, {
        status: 404,
        code: 'ChannelOff',
        message: 'Bot Framework is off: set MICROSOFT_APP_ID and MICROSOFT_APP_PASSWORD.',
      })
    }
    const { method, headers, body } = request
    const answer = await botFramework({ method, headers, body }, async (message) => {
      const { outcome } = await acceptMessage(message)
      metrics.messageAccepted('bot-framework', outcome)
    })
    return reply.code(answer.status).send(answer.body)
  })
}
