import { askNext } from './ask-next.ts'
import { hearConsent, welcome } from './hear-consent.ts'
import { hearContact } from './hear-contact.ts'
import { hearCorrection } from './hear-correction.ts'
import { hearCounsellorAnswer } from './hear-counsellor-answer.ts'
import { hearField, hearName } from './hear-field.ts'
import { hearPushBack } from './hear-push-back.ts'
import { hearFix, hearRecap } from './hear-recap.ts'
import { hearLevel, hearSkills } from './hear-skills.ts'
import { hearStatedName } from './hear-stated-name.ts'
import { hearStory } from './hear-story.ts'
import { hearBreath, hearErase, hearStopInside, hearUnclearHuman } from './hear-ways-out.ts'
import type { Heard } from './heard.ts'
import type { Talk } from './talk.ts'

type Hear = (talk: Talk, heard: Heard) => void

/** Who listens to the answer of which question. Everything else is a story. */
const listeners: Readonly<Record<string, Hear>> = {
  'full-name': hearName,
  'ask-place': hearField,
  'ask-period': hearField,
  'ask-tools': hearField,
  propose: hearSkills,
  'propose-one': hearSkills,
  'ask-which': hearSkills,
  'ask-one': hearSkills,
  'ask-level': hearLevel,
  recap: hearRecap,
  'what-to-fix': hearFix,
  'counsellor-question': hearCounsellorAnswer,
  'erase-confirm': hearErase,
  'stop-inside': hearStopInside,
  'unclear-human': hearUnclearHuman,
  'danger-low': hearBreath,
}

/** Hears a message as the answer to the open question, and harvests whatever else it holds. */
export function answer(talk: Talk, heard: Heard) {
  const { stage, asked } = talk.interview
  if (stage === 'new') return welcome(talk, heard)
  if (asked?.step === 'erase-confirm') return hearErase(talk, heard)
  if (stage === 'consent') return hearConsent(talk, heard)
  if (hearContact(talk, heard) || hearCorrection(talk, heard)) return
  if (hearStatedName(talk, heard) || hearPushBack(talk, heard)) return
  const listener = asked && listeners[asked.step]
  if (listener) return listener(talk, heard)
  hearStory(talk, heard)
  if (!talk.interview.asked && stage !== 'sent') askNext(talk)
}
