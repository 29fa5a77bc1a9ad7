import twilio from 'twilio'
import type { ChannelSender, Sent } from '#bot/ports/channel.ts'
import { renderSms } from './render-sms.ts'
import { whatBecameOf } from './twilio-failure.ts'

export type TwilioAccount = {
  readonly accountSid: string
  readonly authToken: string
  /** Base address of the API: Twilio's, or an emulator's. */
  readonly apiUrl: string
  /** A number in E.164 or a short one. Left out when a messaging service chooses. */
  readonly from?: string
  readonly messagingServiceSid?: string
  /** Where status callbacks come back to: Twilio signs this address. */
  readonly publicUrl: string
  /** Longest wait for an answer, in ms; after it the message may or may not have left. */
  readonly timeoutMs?: number
}

/** Sends text messages through Twilio, one request each: a second one could be a second SMS. */
export function makeTwilioSmsSender(account: TwilioAccount): ChannelSender {
  const timeoutMs = account.timeoutMs ?? 10_000
  const client = twilio(account.accountSid, account.authToken, {
    httpClient: new RedirectedClient(account.apiUrl, timeoutMs),
    autoRetry: false,
  })
  const statusCallback = statusAddress(account)
  return {
    async send(message) {
      const { text, segments } = renderSms(message)
      const sending = client.messages
        .create({
          to: message.address,
          body: text,
          ...(account.messagingServiceSid && { messagingServiceSid: account.messagingServiceSid }),
          ...(account.from && !account.messagingServiceSid && { from: account.from }),
          ...(statusCallback && { statusCallback }),
        })
        .then(({ sid }): Sent => {
          if (!sid) return { outcome: 'unknown', code: 'no-sid' }
          return { outcome: 'sent', externalId: sid, segments }
        })
        .catch(whatBecameOf)
      return within(timeoutMs, sending)
    },
  }
}

/** The SDK under another address, without kept connections: a stale one ends as « perhaps sent ». */
class RedirectedClient extends twilio.RequestClient {
  readonly #apiUrl: string

  constructor(apiUrl: string, timeout: number) {
    super({ timeout, keepAlive: false, autoRetry: false })
    this.#apiUrl = apiUrl.replace(/\/+$/, '')
  }

  override request<Data>(
    options: Parameters<InstanceType<typeof twilio.RequestClient>['request']>[0] & { data?: Data },
  ) {
    const { pathname, search } = new URL(options.uri)
    return super.request<Data>({ ...options, uri: `${this.#apiUrl}${pathname}${search}` })
  }
}

/** Twilio itself refuses an address it cannot reach (21609); an emulator beside us reaches it. */
function statusAddress({ publicUrl, apiUrl }: TwilioAccount): string | undefined {
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(new URL(publicUrl).hostname)
  const isTwilio = new URL(apiUrl).hostname.endsWith('.twilio.com')
  return isLocal && isTwilio ? undefined : `${publicUrl}/webhooks/twilio/status`
}

/** The SDK's own limit is on silence; an answer that drips must end too. */
async function within(ms: number, sending: Promise<Sent>): Promise<Sent> {
  const limit = Promise.withResolvers<Sent>()
  const timer = setTimeout(() => limit.resolve({ outcome: 'unknown', code: 'timeout' }), ms + 500)
  try {
    return await Promise.race([sending, limit.promise])
  } finally {
    clearTimeout(timer)
  }
}
