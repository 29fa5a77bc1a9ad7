import type { Dialogue } from '#bot/dialogue/dialogue.ts'
import type { StepId } from '#bot/dialogue/steps.ts'
import { gsmSafe, segments } from '#bot/french/gsm-7.ts'
import type { Conversation, TurnEvent } from '#bot/ports/conversation-store.ts'
import type { Asked, Interview } from '#bot/ports/interview.ts'
import type { Bubble } from '#bot/ports/message.ts'
import type { Experience } from '#portfolio/experience.ts'
import { told } from '#portfolio/field.ts'
import type { PortfolioRecord } from '#portfolio/record.ts'
import { type Values, wordStep } from './say.ts'

/** Work that must follow the turn; the use case gives it an id and a time. */
export type Wish = 'assemble' | 'erase' | 'opt-out' | 'opt-in'

export type TurnAlert = { readonly level: 1 | 2 | 3; readonly kind: string }

/** The only output of the engine. */
export type Turn = {
  readonly conversation: Conversation
  readonly bubbles: readonly Bubble[]
  readonly events: readonly TurnEvent[]
  readonly alerts: readonly TurnAlert[]
  readonly wishes: readonly Wish[]
}

export type World = {
  readonly dialogue: Dialogue
  /** Of the turn; nothing inside it reads a clock. */
  readonly now: Date
  readonly nextId: () => string
}

type Question = { readonly values?: Values; readonly choices?: readonly string[] } & Omit<
  Partial<Asked>,
  'step' | 'at'
>

/**
 * One turn being made: state on one side, what is said and noted on the other. Lives for the length
 * of one call of the engine and never leaves it.
 */
export type Talk = ReturnType<typeof openTalk>

export function openTalk(world: World, conversation: Conversation) {
  let { interview, record } = conversation
  const bubbles: Bubble[] = []
  const events: TurnEvent[] = []
  const alerts: TurnAlert[] = []
  const wishes: Wish[] = []
  let previous: Conversation['previous'] = { interview, record }

  const talk = {
    world,
    get interview() {
      return interview
    },
    get record() {
      return record
    },
    change(patch: Partial<Interview>) {
      interview = { ...interview, ...patch }
    },
    keep(next: PortfolioRecord) {
      record = next
    },
    note(type: string, data: TurnEvent['data'] = {}) {
      events.push({ type, data })
    },
    alert(alert: TurnAlert) {
      alerts.push(alert)
    },
    wish(wish: Wish) {
      wishes.push(wish)
    },
    experience(id: string | undefined): Experience | undefined {
      return record.experiences.find((experience) => experience.id === id)
    },
    /** A sentence that waits for nothing. */
    say(step: StepId, values: Values = {}, choices: readonly string[] = []) {
      const worded = word(step, values)
      bubbles.push({ text: worded.text, choices: choices.length ? choices : worded.choices })
    },
    /** A question: whatever comes next is first heard as its answer. */
    ask(step: StepId, { values = {}, choices = [], ...about }: Question = {}) {
      const worded = word(step, values, about.experienceId)
      bubbles.push({ text: worded.text, choices: choices.length ? choices : worded.choices })
      interview = { ...interview, asked: { step, at: world.now.toISOString(), ...about } }
    },
    /** « retour »: the state before the turn before; it goes back once. */
    restore(before: NonNullable<Conversation['previous']>) {
      const { heard, mode, told } = interview
      const shown = before.interview.tries['first-line'] ?? 0
      const tries = { ...interview.tries, 'first-line': shown }
      interview = { ...before.interview, tries, heard, mode, told }
      record = before.record
      previous = undefined
    },
    /** Nothing is asked any more. */
    close() {
      const { asked: _, ...rest } = interview
      interview = rest
    },
    finish(): Turn {
      const said = atMostTwo(bubbles)
      const last = said.at(-1)
      return {
        conversation: {
          personId: conversation.personId,
          version: conversation.version + 1,
          interview: last ? { ...interview, lastSaid: last.text } : interview,
          record,
          ...(previous && { previous }),
        },
        bubbles: said,
        events,
        alerts,
        wishes,
      }
    },
  }

  function word(step: StepId, values: Values, experienceId?: string) {
    const key = experienceId ? `${step}:${experienceId}` : step
    const tries = interview.tries[key] ?? 0
    interview = { ...interview, tries: { ...interview.tries, [key]: tries + 1 } }
    const experience = talk.experience(experienceId)
    const avoid = [
      ...(interview.lastSaid ? [interview.lastSaid] : []),
      ...bubbles.map((b) => b.text),
    ]
    const kind = experience && told(experience.kind)
    return wordStep(world.dialogue, step, {
      address: interview.address,
      kind,
      tries,
      values,
      avoid,
    })
  }

  return talk
}

/** Everything fits in one SMS, or in two bubbles: the statements, then the question. */
function atMostTwo(bubbles: readonly Bubble[]): Bubble[] {
  const last = bubbles.at(-1)
  if (!last || bubbles.length === 1) return [...bubbles]
  const statement = bubbles
    .slice(0, -1)
    .map((b) => b.text)
    .join(' ')
  const whole = { text: `${statement} ${last.text}`, choices: last.choices }
  return isOneSms(whole) ? [whole] : [{ text: statement, choices: [] }, last]
}

function isOneSms({ text, choices }: Bubble): boolean {
  const numbered = choices.map((choice, i) => `${i + 1} ${choice}`).join(' ')
  return segments(gsmSafe(`${text} ${numbered}`)).segments === 1
}
