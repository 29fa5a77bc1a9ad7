import {
  ActionTypes,
  type Activity,
  type CloudAdapter,
  type ConversationReference,
} from 'botbuilder'
import { z } from 'zod'
import type { ChannelSender, Sent } from '#bot/ports/channel.ts'
import type { Bubble } from '#bot/ports/message.ts'

const timeoutMs = 10_000

const reference = z.looseObject({
  serviceUrl: z.url(),
  channelId: z.string(),
  conversation: z.looseObject({ id: z.string() }),
})

/** Continues a conversation where its last message came from, by the reference kept with the address. */
export function makeBotFrameworkSender(adapter: CloudAdapter, appId: string): ChannelSender {
  return {
    async send(message, returnPath) {
      const place = readPlace(returnPath)
      if (!place) return { outcome: 'failed', code: 'no-return-path' }
      let externalId: string | undefined
      const sending = adapter
        .continueConversationAsync(appId, place, async (context) => {
          forbidRetries(context.turnState.get(context.adapter.ConnectorClientKey))
          externalId = (await context.sendActivity(rendered(message)))?.id
        })
        .then((): Sent => ({ outcome: 'sent', ...(externalId && { externalId }) }))
        .catch(whatBecameOf)
      return within(timeoutMs, sending)
    },
  }
}

/**
 * The SDK posts again after a 5xx, three times over some five seconds, and its option against it does
 * nothing (4.23.3): what may have left would leave twice. Its pipeline is taken apart instead.
 */
function forbidRetries(connector: unknown): void {
  if (!hasPipeline(connector)) throw new Error('the Bot Framework client has no pipeline any more')
  connector.client.pipeline.removePolicy({ name: 'defaultRetryPolicy' })
}

type WithPipeline = {
  readonly client: { readonly pipeline: { removePolicy(policy: { name: string }): unknown } }
}

function hasPipeline(connector: unknown): connector is WithPipeline {
  return pipeline.safeParse(connector).success
}

const pipeline = z.object({
  client: z.object({ pipeline: z.object({ removePolicy: z.function() }) }),
})

function readPlace(returnPath: string | undefined): Partial<ConversationReference> | undefined {
  try {
    const place: unknown = JSON.parse(returnPath ?? '')
    return isReference(place) ? place : undefined
  } catch {
    return undefined
  }
}

function isReference(place: unknown): place is Partial<ConversationReference> {
  return reference.safeParse(place).success
}

function rendered({ text, choices }: Bubble): Partial<Activity> {
  const actions = choices.map((choice) => ({
    type: ActionTypes.ImBack,
    title: choice,
    value: choice,
  }))
  return {
    type: 'message',
    text,
    textFormat: 'plain',
    locale: 'fr-FR',
    ...(actions.length > 0 && { suggestedActions: { to: [], actions } }),
  }
}

const refusals = z.object({ statusCode: z.number() })
const networkErrors = z.object({ code: z.string() })
const neverConnected = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']

/** Like SMS, an activity has no idempotency key: whatever may have left is never sent again. */
function whatBecameOf(error: unknown): Sent {
  const refused = refusals.safeParse(error)
  if (refused.success) {
    const { statusCode } = refused.data
    const code = String(statusCode)
    if (statusCode === 429) return { outcome: 'retry', code }
    return { outcome: statusCode >= 400 && statusCode < 500 ? 'failed' : 'unknown', code }
  }
  const network = networkErrors.safeParse(error)
  const code = network.success ? network.data.code : 'no-answer'
  return { outcome: neverConnected.includes(code) ? 'retry' : 'unknown', code }
}

async function within(ms: number, sending: Promise<Sent>): Promise<Sent> {
  const limit = Promise.withResolvers<Sent>()
  const timer = setTimeout(() => limit.resolve({ outcome: 'unknown', code: 'timeout' }), ms)
  try {
    return await Promise.race([sending, limit.promise])
  } finally {
    clearTimeout(timer)
  }
}
