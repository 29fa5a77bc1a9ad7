import type { ChannelSender } from '#bot/ports/channel.ts'
import type { Bubble } from '#bot/ports/message.ts'

/** A bubble as a terminal and a transcript show it: choices on one line, with their numbers. */
function renderTerminal({ text, choices }: Bubble): string {
  const numbered = choices.map((choice, index) => `${index + 1} ${choice}`).join(' / ')
  return [...text.split('\n'), ...(numbered ? [numbered] : [])].join('\n     ')
}

/** The way out to whoever sits at the terminal. `print` gets one bubble, several lines perhaps. */
export function makeTerminalSender(print: (text: string) => void): ChannelSender {
  return {
    async send(message) {
      print(`Bot: ${renderTerminal(message)}`)
      return { outcome: 'sent' }
    },
  }
}
