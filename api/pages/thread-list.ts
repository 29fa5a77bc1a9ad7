import type { ThreadMessage } from '#bot/ports/message.ts'
import { type Html, html } from './html.ts'
import { dayWords, momentWords } from './words/dates.ts'
import { count, deliveryWords } from './words/labels.ts'

const channels: Readonly<Record<ThreadMessage['channel'], string>> = {
  sms: 'SMS',
  web: 'chat',
  'bot-framework': 'messagerie',
  terminal: 'terminal',
}

export type ThreadNames = Readonly<Record<ThreadMessage['author'], string>>

/** A whole conversation, oldest first, with a separator per day. Empty threads say so. */
export function threadList(
  thread: readonly ThreadMessage[],
  {
    names,
    now,
    hasDelivery,
  }: { readonly names: ThreadNames; readonly now: Date; readonly hasDelivery: boolean },
): Html {
  const shown = thread.filter((message) => !isOpening(message))
  if (shown.length === 0) return html`<p class="empty">Aucun message pour le moment.</p>`
  const days = Map.groupBy(shown, (message) => dayWords(message.at, now))
  return html`<div class="thread">
    ${[...days].map(
      ([day, messages]) => html`<section aria-label=${day}>
        <p class="day"><span>${day}</span></p>
        <ol class="plain-list">
          ${messages.map(
            (message) => html`<li id=${message.id} class=${`bubble by-${message.author}`}>
              <p class="bubble-author">${names[message.author]}</p>
              <p class="bubble-text">${message.text || '(message sans texte)'}</p>
              ${message.choices.length > 0 && html`<ul class="bubble-choices">${message.choices.map((choice) => html`<li>${choice}</li>`)}</ul>`}
              <p class="bubble-foot">${footWords(message, now, hasDelivery)}</p>
            </li>`,
          )}
        </ol>
      </section>`,
    )}
    <span id="fin"></span>
  </div>`
}

/** The web chat says that it was opened; nobody wrote anything. */
function isOpening({ author, channel, text }: ThreadMessage): boolean {
  return author === 'person' && channel === 'web' && text === ''
}

function footWords(message: ThreadMessage, now: Date, hasDelivery: boolean): string {
  const { at, channel, author, delivery, segments } = message
  const isOurs = hasDelivery && author !== 'person'
  return [
    momentWords(at, now).split(' à ').at(-1),
    channels[channel],
    isOurs && delivery && deliveryWords[delivery],
    isOurs && channel === 'sms' && segments && count(segments, 'SMS', 'SMS'),
  ]
    .filter(Boolean)
    .join(' · ')
}
