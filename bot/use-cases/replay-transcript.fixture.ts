import type { TurnEvent } from '#bot/ports/conversation-store.ts'
import type { Bubble, ChannelName } from '#bot/ports/message.ts'

export type Said = { readonly events: readonly TurnEvent[]; readonly bubbles: readonly Bubble[] }

/** What a transcript needs of the product: somebody writes, somebody at the desk acts, time passes. */
export type Stage = {
  write(channel: ChannelName, texts: readonly string[]): Promise<Said>
  pass(milliseconds: number): Promise<Said>
  desk(action: string): Promise<Said>
}

const delays: Readonly<Record<string, number>> = {
  'une heure plus tard': 3600_000,
  'deux jours plus tard': 48 * 3600_000,
  'cinq jours plus tard': 5 * 24 * 3600_000,
  'trois semaines plus tard': 21 * 24 * 3600_000,
}

/**
 * Plays the person's lines of a transcript again and writes the whole conversation down. The result
 * equals the file exactly when the robot still behaves as it says.
 *
 * `Lina: …` is a message; lines that follow each other directly are one burst; `Lina (sms): …` names
 * another channel than the web; `(deux jours plus tard)` lets time pass; `Conseiller: …` acts at the desk.
 */
export async function replayTranscript(stage: Stage, transcript: string): Promise<string> {
  const page = [transcript.split('\n', 1)[0] ?? '']
  for (const part of partsOf(transcript)) {
    page.push('', ...part.lines)
    const said = await play(stage, part)
    const shown = [...said.events.flatMap(renderEvent), ...said.bubbles.flatMap(renderBubble)]
    if (shown.length) page.push('', ...shown)
  }
  return `${page.join('\n')}\n`
}

type Part = {
  readonly lines: string[]
  readonly who: string
  readonly channel: ChannelName
  readonly texts: string[]
}

function partsOf(transcript: string): Part[] {
  const parts: Part[] = []
  let isOpen = false
  for (const line of transcript.split('\n').slice(1)) {
    const delay = line.match(/^\((.+)\)$/)?.[1]
    const spoken = line.match(
      /^(?<who>\p{Lu}[\p{L}-]*)(?: \((?<channel>sms|web)\))?:(?: (?<text>.*))?$/u,
    )?.groups
    if (delay) parts.push({ lines: [line], who: 'time', channel: 'web', texts: [delay] })
    if (!spoken || spoken.who === 'Bot') {
      isOpen = false
      continue
    }
    const last = parts.at(-1)
    const channel = spoken.channel === 'sms' ? 'sms' : 'web'
    const text = (spoken.text ?? '').replaceAll('\\n', '\n')
    if (isOpen && last && last.who === spoken.who && last.channel === channel) {
      last.lines.push(line)
      last.texts.push(text)
    } else parts.push({ lines: [line], who: spoken.who ?? '', channel, texts: [text] })
    isOpen = true
  }
  return parts
}

function play(stage: Stage, { who, channel, texts }: Part): Promise<Said> {
  if (who === 'time') {
    const milliseconds = delays[texts[0] ?? '']
    if (!milliseconds) throw new Error(`durée inconnue dans une transcription : (${texts[0]})`)
    return stage.pass(milliseconds)
  }
  return who === 'Conseiller' ? stage.desk(texts[0] ?? '') : stage.write(channel, texts)
}

function renderBubble({ text, choices }: Bubble): string[] {
  return [
    `Bot: ${text.replaceAll('\n', '\n     ')}`,
    ...(choices.length
      ? [`     ${choices.map((choice, i) => `${i + 1} ${choice}`).join(' / ')}`]
      : []),
  ]
}

/** Events that say nothing a reader wants to see are left out. */
const silent = new Set(['plan', 'told', 'experience'])

function renderEvent({ type, data }: TurnEvent): string[] {
  if (silent.has(type)) return []
  const values = Object.entries(data)
    .filter(([name]) => name !== 'experience' && name !== 'draft' && name !== 'item')
    .map(([, value]) => (Array.isArray(value) ? value.join(' ; ') : String(value)))
  return [`> ${names[type] ?? type}${values.length ? ` : ${values.join(', ')}` : ''}`]
}

const names: Readonly<Record<string, string>> = {
  consent: 'consentement',
  deeds: 'faits',
  fields: 'appris',
  line: 'ligne',
  propose: 'propose',
  'skills-confirmed': 'confirmé',
  'skills-refused': 'écarté',
  level: 'niveau',
  declined: 'ne veut pas dire',
  'not-understood': 'pas compris',
  'asked-back': 'question au robot',
  'pushed-back': 'ne veut pas répondre',
  danger: 'danger',
  stopped: 'stop',
  resumed: 'reprise',
  paused: 'pause',
  back: 'retour',
  corrected: 'corrigé',
  removed: 'enlevé',
  sent: 'envoyé au conseiller',
  masked: 'masqué',
  nudged: 'relance',
  'erase-asked': 'effacement demandé',
  'human-asked': 'conseiller demandé',
  'counsellor-asked': 'question du conseiller',
  'answered-counsellor': 'réponse transmise au conseiller',
  'taken-over': 'le conseiller prend la main',
  'handed-back': 'le conseiller rend la main',
  'heard-by-counsellor': 'lu par le conseiller',
}
