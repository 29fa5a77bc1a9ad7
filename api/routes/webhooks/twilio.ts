import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { AppDeps } from '#api/app-deps.ts'
import { usesTwilio } from '#api/config.ts'
import { sendProblem } from '#api/plugins/errors.ts'
import { jsonSchema } from '#api/plugins/open-api.ts'
import { readTwilioMessage } from '#bot/channels/sms/read.ts'
import { readTwilioStatus } from '#bot/channels/sms/read-status.ts'
import { isSignedByTwilio } from '#bot/channels/sms/signature.ts'
import { Unavailable } from '#portfolio/errors.ts'

/** Answers come later, through the API: the webhook has nothing to say. */
const emptyTwiml = '<?xml version="1.0" encoding="UTF-8"?><Response></Response>'

const described = z.looseObject({ MessageSid: z.string(), From: z.string(), Body: z.string() })

/**
 * What Twilio tells us. Signed or refused; a 200 to a message means it is on disk. When the store
 * does not answer it is 503, so that Twilio goes on to its fallback address.
 */
export function registerTwilioWebhooks(app: FastifyInstance, deps: AppDeps): void {
  const options = {
    // A ceiling against floods only: a campaign answered at once is no flood.
    config: { rateLimit: { max: 600_000, timeWindow: '1 minute' } },
    preHandler: async (request: FastifyRequest, reply: FastifyReply) => check(deps, request, reply),
    schema: {
      tags: ['twilio'],
      consumes: ['application/x-www-form-urlencoded'],
      body: jsonSchema(described),
    },
  }

  app.post('/webhooks/twilio/sms', options, async (request, reply) => {
    const message = readTwilioMessage(request.body)
    if (message) {
      const { outcome } = await stored(deps.acceptMessage(message))
      deps.metrics.messageAccepted('sms', outcome)
    }
    return reply.type('text/xml').send(emptyTwiml)
  })

  app.post('/webhooks/twilio/status', options, async (request, reply) => {
    const status = readTwilioStatus(request.body)
    if (status) {
      const { externalId, state, code, optedOut } = status
      await stored(deps.thread.progress('sms', externalId, state, code))
      if (optedOut) {
        await stored(
          deps.people.setOptOut({ channel: 'sms', address: optedOut }, true, 'twilio:21610'),
        )
      }
    }
    return reply.code(204).send()
  })
}

/** Whatever keeps the store from keeping it, the provider may deliver it elsewhere or again. */
async function stored<Value>(storing: Promise<Value>): Promise<Value> {
  try {
    return await storing
  } catch (cause) {
    throw new Unavailable('inbox', cause)
  }
}

async function check(
  { config }: AppDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  if (!usesTwilio(config)) {
    return sendProblem(request, reply, {
      status: 404,
      code: 'ChannelOff',
      message: 'Twilio is off: set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.',
    })
  }
  const isGenuine = isSignedByTwilio({
    authToken: config.TWILIO_AUTH_TOKEN ?? '',
    publicUrl: config.PUBLIC_URL,
    path: request.url,
    signature: request.headers['x-twilio-signature'],
    form: request.body,
  })
  if (isGenuine) return undefined
  request.log.warn({ route: request.routeOptions.url }, 'signature refused')
  return sendProblem(request, reply, {
    status: 403,
    code: 'BadSignature',
    message: 'Not signed by Twilio for PUBLIC_URL (Twilio error 57012 lists the usual causes).',
  })
}
