import type { Conversation } from '#bot/ports/conversation-store.ts'
import { type Command, command, mentionsStop } from '#bot/understanding/command.ts'
import { linesOf, numberedLines, repeatQuestion } from './ask-next.ts'
import { declineAsked } from './decline.ts'
import type { Heard } from './heard.ts'
import type { Talk } from './talk.ts'

/**
 * The ways out and back in, at any step. `true`: the message was one of them. « stop » inside a
 * longer sentence is no order; it asks.
 */
export function hearCommand(talk: Talk, heard: Heard, previous: Conversation['previous']): boolean {
  const order = orderIn(heard)
  const { mode, stage } = talk.interview
  if (mode === 'stopped' && order !== 'stop') hearWhileStopped(talk, heard, order)
  else if (stage === 'new' && order !== 'stop') return false
  else if (order) obey(talk, heard, order, previous)
  else if (mentionsStop(heard.answer) && heard.linked.none) talk.ask('stop-inside')
  else return false
  return true
}

/** We never write again, whatever the provider does; the last sentence says how to come back. */
export function stop(talk: Talk) {
  if (talk.interview.mode === 'stopped') return
  talk.note('stopped')
  talk.wish('opt-out')
  talk.change({ mode: 'stopped' })
  talk.say('stopped')
}

function orderIn(heard: Heard): Command | undefined {
  const fromProvider = heard.messages.map((message) => message.optOut).find(Boolean)
  if (fromProvider) return fromProvider === 'start' ? 'resume' : fromProvider
  const orders = heard.messages.map((message) => command(message.text))
  return orders.includes('stop') ? 'stop' : (command(heard.answer) ?? orders.at(-1))
}

/** No silent un-stop: only REPRENDRE comes back. By SMS, silence; elsewhere a reminder costs nothing. */
function hearWhileStopped(talk: Talk, heard: Heard, order: Command | undefined) {
  if (order === 'resume' || order === 'restart') {
    talk.wish('opt-in')
    talk.note('resumed')
    return comeBack(talk)
  }
  if (heard.messages.at(-1)?.channel !== 'sms') talk.say('still-stopped')
}

function comeBack(talk: Talk) {
  talk.change({ mode: 'running' })
  talk.say('resumed')
  if (talk.interview.stage !== 'new') return repeatQuestion(talk)
  talk.change({ stage: 'consent' })
  talk.ask('welcome')
}

function obey(talk: Talk, heard: Heard, order: Command, previous: Conversation['previous']) {
  switch (order) {
    case 'resume':
    case 'restart':
      return comeBack(talk)
    case 'pause':
      talk.change({ mode: 'paused' })
      talk.note('paused')
      return talk.say('paused')
    case 'where-am-i':
      return whereAmI(talk)
    case 'back':
      return goBack(talk, previous)
    case 'erase':
      return talk.ask('erase-confirm')
    case 'human':
      talk.alert({ level: 1, kind: 'human-asked' })
      talk.note('human-asked')
      return talk.say('human-asked')
    case 'skip':
      return talk.interview.stage === 'consent' ? repeatQuestion(talk) : declineAsked(talk)
    case 'correct':
      return linesOf(talk.record).length ? talk.ask('what-to-fix') : repeatQuestion(talk)
    case 'my-rights':
      return talk.say('my-rights', { link: heard.spaceLink ?? '' })
    case 'help':
      return talk.say('help')
    case 'stop':
      return stop(talk)
  }
}

function whereAmI(talk: Talk) {
  const lines = linesOf(talk.record)
  if (!lines.length) return talk.say('where-am-i-empty')
  const confirmed = talk.record.claims.filter((claim) => claim.status === 'confirmed').length
  talk.say('where-am-i', { lines: numberedLines(talk.record), count: String(confirmed) })
}

function goBack(talk: Talk, previous: Conversation['previous']) {
  if (!previous || previous.interview.stage === 'new') return talk.say('back-impossible')
  talk.restore(previous)
  talk.note('back')
  talk.say('back-done')
  repeatQuestion(talk)
}
