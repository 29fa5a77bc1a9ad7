import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { jsonSchema } from '#api/plugins/open-api.ts'
import { activityId, activitySet, readWatermark } from '#bot/channels/direct-line/activity.ts'
import { postedActivity, readActivity } from '#bot/channels/direct-line/read-activity.ts'
import { withWatermark } from './conversations.ts'
import {
  bearer,
  conversationOf,
  type DirectLineDeps,
  refuse,
  requireToken,
} from './direct-line-deps.ts'

/** Post, and read by polling. What was answered with 200 is stored. */
export function registerActivities(app: FastifyInstance, deps: DirectLineDeps): void {
  const { acceptMessage, metrics, thread } = deps
  const preHandler = requireToken(deps)
  const path = '/conversations/:id/activities'
  const tags = ['direct-line']

  app.post(
    path,
    {
      preHandler,
      schema: { tags, summary: 'Say', security: bearer, body: jsonSchema(postedActivity) },
    },
    async (request, reply) => {
      const conversationId = conversationOf(deps, request)
      const read = readActivity(conversationId, request.body, randomUUID)
      if (read.kind === 'malformed') {
        return refuse(request, reply, 400, 'BadSyntax', `Not an activity: ${read.problem}`)
      }
      if (read.kind === 'ignored') return { id: activityId(conversationId, 0) }
      const { outcome, messageId } = await acceptMessage(read.inbound)
      metrics.messageAccepted('web', outcome)
      return { id: activityId(conversationId, await positionOf(conversationId, messageId)) }
    },
  )

  app.get(
    path,
    { preHandler, schema: { tags, summary: 'Read by polling', security: bearer } },
    async (request, reply) => {
      const after = readWatermark(withWatermark.parse(request.query).watermark)
      if (after === undefined) {
        return refuse(request, reply, 400, 'BadArgument', 'watermark is not one of ours.')
      }
      const messages = await thread.ofAddress('web', conversationOf(deps, request), after)
      return activitySet(messages, after)
    },
  )

  app.post(
    '/conversations/:id/upload',
    { preHandler, schema: { tags, summary: 'Files are not taken', security: bearer } },
    async (request, reply) =>
      refuse(request, reply, 415, 'AttachmentsNotSupported', 'Files are not taken: send text.'),
  )
  // Whatever its type, an upload is told clearly that it is not wanted, without being read.
  app.addContentTypeParser('*', (_, payload, done) => {
    payload.resume()
    done(null, undefined)
  })

  /** 0 when the thread does not show it: the id then matches nothing, and the client loses nothing. */
  async function positionOf(conversationId: string, messageId: string): Promise<number> {
    for (let after = 0; ; ) {
      const page = await thread.ofAddress('web', conversationId, after)
      const found = page.find((message) => message.id === messageId)
      if (found) return found.position
      const last = page.at(-1)
      if (!last) return 0
      after = last.position
    }
  }
}
