import { type CloudAdapter, TurnContext } from 'botbuilder'
import type { Inbound } from '#bot/ports/message.ts'
import { readBotActivity } from './read.ts'

type Request = {
  readonly method: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: unknown
}
type Answer = { readonly status: number; readonly body?: unknown }

/**
 * One request of the Bot Framework: authenticated and translated by the SDK, accepted by us, then
 * answered. The reply itself comes later, from a worker: whoever is slow would be called again.
 */
export function makeBotFrameworkDoor(adapter: CloudAdapter) {
  return async (
    request: Request,
    accept: (message: Inbound) => Promise<unknown>,
  ): Promise<Answer> => {
    const { headers, method, body } = request
    if (!isRecord(body) || typeof body.type !== 'string') return refusal(400)
    const answer: { status: number; body?: unknown } = { status: 200 }
    const response = {
      socket: undefined,
      status: (code: number) => {
        answer.status = code
      },
      send: (body: unknown) => {
        answer.body = body
      },
      header: () => {},
      end: () => {},
    }
    let failure: { readonly error: unknown } | undefined
    await adapter.process({ method, headers: { ...headers }, body }, response, async (context) => {
      const reference = TurnContext.getConversationReference(context.activity)
      const message = readBotActivity(context.activity, reference)
      // Kept from the SDK, which would print it with whatever it says.
      if (message) await accept(message).catch((error) => (failure = { error }))
    })
    if (failure) throw failure.error
    return answer.status >= 400 ? refusal(answer.status) : answer
  }
}

/** The SDK's own words repeat parts of the request. */
function refusal(status: number): Answer {
  const message = status === 401 ? 'Not signed by the Bot Framework.' : 'Not an activity.'
  return {
    status,
    body: { error: { code: status === 401 ? 'Unauthorized' : 'BadSyntax', message } },
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
