import type { StepId } from '#bot/dialogue/steps.ts'
import { isOfficeTime } from '#bot/french/office-time.ts'
import type { Danger } from '#bot/safety/find-danger.ts'
import { command } from '#bot/understanding/command.ts'
import { yesNo } from '#bot/understanding/yes-no.ts'
import type { Heard } from './heard.ts'
import type { Talk } from './talk.ts'

/** What is said at once when the danger is now; the general sentence otherwise. */
const now: Readonly<Record<string, StepId>> = {
  medical: 'danger-medical',
  weapon: 'danger-weapon',
}

const help: Readonly<Record<string, StepId>> = {
  suicide: 'danger-suicide',
  violence: 'danger-violence',
  'sexual-violence': 'danger-sexual-violence',
  child: 'danger-child',
  homeless: 'danger-homeless',
}

/**
 * Danger and distress, before anything else. Fixed sentences, never generated; the interview freezes
 * and the turn after asks how it goes, never a question about work. A counsellor is alerted from
 * level 2 on; outside office hours the person is told that nobody reads now.
 */
export function hearDanger(talk: Talk, { danger, answer }: Heard): boolean {
  if (danger && danger.level >= 2) {
    talk.note('danger', { level: danger.level, kind: danger.kind })
    talk.alert({ level: danger.level, kind: danger.kind })
    talk.change({ mode: 'danger' })
    if (danger.level === 3) return sayNow(talk, danger)
    talk.say(help[danger.kind] ?? 'danger-distress')
    return true
  }
  if (talk.interview.mode === 'danger') return comeBackGently(talk, answer)
  if (!danger || talk.interview.stage === 'new' || talk.interview.stage === 'consent') return false
  talk.note('danger', { level: danger.level, kind: danger.kind })
  talk.ask('danger-low')
  return true
}

function sayNow(talk: Talk, { kind }: Danger): true {
  talk.say(now[kind] ?? 'danger-now')
  if (!isOfficeTime(talk.world.now)) talk.say('danger-nobody-reads-now')
  else if (help[kind]) talk.say(help[kind])
  return true
}

/** A « oui » here accepts to be called back. Whatever the reply, the next message resumes. */
function comeBackGently(talk: Talk, words: string): boolean {
  const order = command(words)
  if (order === 'stop' || order === 'human') {
    talk.change({ mode: 'running' })
    return false
  }
  if (yesNo(words) === 'yes') {
    talk.alert({ level: 2, kind: 'call-back' })
    talk.note('human-asked')
    talk.say('human-asked')
  }
  talk.change({ mode: 'paused' })
  talk.say('danger-after')
  return true
}
