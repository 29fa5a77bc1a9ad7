import type { ChannelSender } from '#bot/ports/channel.ts'
import { renderSms } from './render-sms.ts'

/**
 * The operator of the telephone drawn at `/telephone`, used when Twilio is not configured: the
 * message is already in the thread, which the telephone shows, so sending it is counting it.
 */
export function makeTelephoneSmsSender(): ChannelSender {
  return {
    async send(message) {
      const { segments } = renderSms(message)
      return { outcome: 'sent', externalId: `telephone:${message.id}`, segments }
    },
  }
}
