import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { AppDeps } from '#api/app-deps.ts'
import { usesTwilio } from '#api/config.ts'
import { sendProblem } from '#api/plugins/errors.ts'
import { jsonSchema } from '#api/plugins/open-api.ts'
import { readWatermark } from '#bot/channels/direct-line/activity.ts'

/**
 * Arcep keeps 06 39 98 xx xx for films: such a number is nobody's, so that a drawn telephone can
 * never stand for somebody's real one.
 */
const fictionNumber = z
  .string()
  .regex(/^\+33639980\d{3}$|^\+3363998\d{4}$/, { error: 'use a number in +33 6 39 98 xx xx' })

const posted = z.object({
  from: fictionNumber,
  text: z.string().max(20_000),
  /** The telephone's own id, so that sending again after a lost answer is no second message. */
  id: z.string().min(1).max(100).optional(),
})
const asked = z.object({ number: fictionNumber, after: z.string().optional() })

/** The operator of the telephone drawn at `/telephone`. Not there when Twilio is: then SMS are real. */
export function registerTelephoneApi(app: FastifyInstance, deps: AppDeps): void {
  if (usesTwilio(deps.config)) return
  const { acceptMessage, metrics, thread } = deps

  app.post(
    '/telephone/messages',
    { schema: { tags: ['telephone'], body: jsonSchema(posted) } },
    async (request, reply) => {
      // A form of another site can be posted without asking; JSON cannot.
      if (!isJson(request)) {
        return sendProblem(request, reply, {
          status: 415,
          code: 'UnsupportedMediaType',
          message: 'Send application/json.',
        })
      }
      const { from, text, id } = posted.parse(request.body)
      const { outcome, messageId } = await acceptMessage({
        channel: 'sms',
        address: from,
        externalId: `telephone:${from}:${id ?? randomUUID()}`,
        text: text.replaceAll('\u0000', '').toWellFormed(),
        attachments: 0,
      })
      metrics.messageAccepted('sms', outcome)
      return reply.code(201).send({ id: messageId, outcome })
    },
  )

  app.get(
    '/telephone/messages',
    { schema: { tags: ['telephone'], querystring: jsonSchema(asked) } },
    async (request, reply) => {
      const { number, after } = asked.parse(request.query)
      const from = readWatermark(after) ?? 0
      const messages = await thread.ofAddress('sms', number, from)
      return reply.header('cache-control', 'no-store').send({
        messages: messages.map(
          ({ id, author, text, choices, at, position, delivery, segments }) => ({
            id,
            author,
            text,
            choices,
            at,
            position,
            ...(delivery && { delivery }),
            ...(segments && { segments }),
          }),
        ),
        after: messages.at(-1)?.position ?? from,
      })
    },
  )
}

function isJson({ headers }: FastifyRequest): boolean {
  return /^application\/json\b/i.test(headers['content-type'] ?? '')
}
