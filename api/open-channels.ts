import { openBotFrameworkAdapter } from '#bot/channels/bot-framework/adapter.ts'
import { makeBotFrameworkSender } from '#bot/channels/bot-framework/bot-framework-sender.ts'
import { makeBotFrameworkDoor } from '#bot/channels/bot-framework/door.ts'
import { makeWebSender } from '#bot/channels/direct-line/web-sender.ts'
import { makeTelephoneSmsSender } from '#bot/channels/sms/telephone-sms-sender.ts'
import { makeTwilioSmsSender } from '#bot/channels/sms/twilio-sms-sender.ts'
import type { ChannelSender } from '#bot/ports/channel.ts'
import type { ChannelName } from '#bot/ports/message.ts'
import type { BotFrameworkDoor } from './app-deps.ts'
import type { ApiConfig } from './config.ts'
import type { Metrics } from './plugins/metrics.ts'

export type Channels = {
  /** A channel that is switched off has no sender. */
  readonly senders: Partial<Record<ChannelName, ChannelSender>>
  readonly botFramework?: BotFrameworkDoor
}

/** The channels that the settings switch on. */
export function openChannels(config: ApiConfig, metrics: Metrics): Channels {
  const counted = (name: ChannelName, sender: ChannelSender): ChannelSender => ({
    async send(message, returnPath) {
      const sent = await sender.send(message, returnPath)
      metrics.messageSent(name, sent.outcome)
      return sent
    },
  })
  const senders = { sms: counted('sms', smsSender(config)), web: counted('web', makeWebSender()) }
  const { MICROSOFT_APP_ID: appId, MICROSOFT_APP_PASSWORD: appPassword } = config
  if (!appId || !appPassword) return { senders }
  const adapter = openBotFrameworkAdapter({
    appId,
    appPassword,
    appType: config.MICROSOFT_APP_TYPE,
    ...(config.MICROSOFT_APP_TENANT_ID && { tenantId: config.MICROSOFT_APP_TENANT_ID }),
  })
  const sender = counted('bot-framework', makeBotFrameworkSender(adapter, appId))
  return {
    senders: { ...senders, 'bot-framework': sender },
    botFramework: makeBotFrameworkDoor(adapter),
  }
}

function smsSender(config: ApiConfig): ChannelSender {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken } = config
  if (!accountSid || !authToken) return makeTelephoneSmsSender()
  const { TWILIO_FROM: from, TWILIO_MESSAGING_SERVICE_SID: messagingServiceSid } = config
  return makeTwilioSmsSender({
    accountSid,
    authToken,
    apiUrl: config.TWILIO_API_URL,
    publicUrl: config.PUBLIC_URL,
    ...(from && { from }),
    ...(messagingServiceSid && { messagingServiceSid }),
  })
}
