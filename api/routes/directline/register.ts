import type { FastifyInstance } from 'fastify'
import type { AppDeps } from '#api/app-deps.ts'
import { makeDirectLineTokens } from '#bot/channels/direct-line/tokens.ts'
import { registerActivities } from './activities.ts'
import { registerConversations } from './conversations.ts'
import type { DirectLineDeps } from './direct-line-deps.ts'
import { registerStream } from './stream.ts'
import { registerTokens } from './tokens.ts'

/**
 * Direct Line 3.0, as its clients expect it.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-direct-line-3-0-concepts
 */
export function registerDirectLine(app: FastifyInstance, deps: AppDeps): void {
  const directLine: DirectLineDeps = {
    ...deps,
    tokens: makeDirectLineTokens(deps.secret, deps.now),
  }
  void app.register(
    async (scope) => {
      scope.addHook('onSend', async (_, reply) => {
        void reply.header('cache-control', 'no-store')
      })
      registerTokens(scope, directLine)
      registerConversations(scope, directLine)
      registerActivities(scope, directLine)
      registerStream(scope, directLine)
    },
    { prefix: '/v3/directline' },
  )
}
