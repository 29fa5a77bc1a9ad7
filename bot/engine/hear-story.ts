import type { StepId } from '#bot/dialogue/steps.ts'
import { choice } from '#bot/understanding/choice.ts'
import { firstName } from '#bot/understanding/first-name.ts'
import { isTired } from '#bot/understanding/mood.ts'
import { type Remark, remark } from '#bot/understanding/remark.ts'
import { opensWith, yesNo } from '#bot/understanding/yes-no.ts'
import { composeLine, lineLabel } from '#portfolio/compose-line.ts'
import type { ExperienceKind } from '#portfolio/experience.ts'
import { known } from '#portfolio/field.ts'
import { newExperience } from '#portfolio/new-record.ts'
import { askNext, linesOf, numberedLines, recap, repeatQuestion } from './ask-next.ts'
import { declineAsked } from './decline.ts'
import { type Harvest, harvest } from './harvest.ts'
import type { Heard } from './heard.ts'
import type { Talk } from './talk.ts'

/** The answer to an open invitation to tell; also what any other answer falls back to. */
export function hearStory(talk: Talk, heard: Heard) {
  const step = talk.interview.asked?.step
  if (step === 'tell-choices' && chooseKind(talk, heard)) return
  if ((step === 'another' || step === 'tell-another') && hearAnother(talk, heard)) return

  const found = harvest(talk, heard)
  if (found.experienceId) return progress(talk, found)
  if (noteLoneName(talk, heard)) return repeatQuestion(talk)
  if (step === 'ask-more' || step === 'ask-deeds') return hearNoMore(talk, heard)
  if (talk.interview.stage === 'sent') return talk.ask('after-sent')
  if (opensWith(heard.answer) === 'yes') return repeatQuestion(talk)
  misunderstood(talk, kindWords(heard))
}

/** « rien », « jsp », « je cherche un taf » are well understood; only a story is still missing. */
function kindWords({ answer }: Heard): StepId | undefined {
  const said = remark(answer)
  if (said) return remarks[said]
  return isTired(answer) ? 'together' : undefined
}

const remarks: Readonly<Record<Remark, StepId>> = {
  'nothing-done': 'remark-nothing',
  private: 'remark-private',
  wish: 'remark-wish',
}

/** Something was understood: show what it changed on the CV, then ask what is still worth asking. */
export function progress(talk: Talk, found: Harvest) {
  talk.change({ misunderstood: 0 })
  showLine(talk, found)
  askNext(talk)
}

/** First: the question in other words. Then on to something else, or choices; then a human. */
export function misunderstood(talk: Talk, words?: StepId) {
  const times = talk.interview.misunderstood + 1
  talk.note('not-understood', { times })
  talk.change({ misunderstood: times })
  if (times >= 3) {
    talk.change({ misunderstood: 0 })
    return talk.ask('unclear-human')
  }
  if (times === 2 && isOptional(talk)) return declineAsked(talk)
  const isOpen = ['tell', 'tell-another', 'nothing-to-send'].includes(
    talk.interview.asked?.step ?? '',
  )
  if (times === 2 && isOpen) {
    if (words) talk.say(words)
    return talk.ask('tell-choices')
  }
  talk.say(words ?? (wantsNumber(talk) ? 'pick-a-number' : 'unclear'))
  repeatQuestion(talk)
}

function wantsNumber(talk: Talk): boolean {
  return /^(?:propose|ask-which|ask-level|tell-choices)$/.test(talk.interview.asked?.step ?? '')
}

/** What a CV can do without is not worth a third try. */
function isOptional(talk: Talk): boolean {
  const step = talk.interview.asked?.step ?? ''
  return step === 'full-name' || (step.startsWith('ask-') && step !== 'ask-deeds')
}

function showLine(talk: Talk, found: Harvest) {
  if (found.others.length) return showLines(talk, found)
  const experience = talk.experience(found.experienceId)
  if (!experience) return
  const composed = composeLine(experience, talk.record.claims)
  const isShown = (talk.interview.tries[`line:${experience.id}`] ?? 0) > 0
  if (isShown || !composed.heading || !experience.deeds.length) return talk.say('noted')
  talk.change({ tries: { ...talk.interview.tries, [`line:${experience.id}`]: 1 } })
  const isFirst = !talk.interview.tries['first-line']
  talk.note('line', { experience: experience.id, line: lineLabel(composed) })
  talk.say(isFirst ? 'first-line' : 'new-line', { line: lineLabel(composed) })
}

/** Several experiences in one message: all their lines at once, then one after another. */
function showLines(talk: Talk, { experienceId = '', others }: Harvest) {
  const ids = [experienceId, ...others]
  const experiences = talk.record.experiences.filter((experience) => ids.includes(experience.id))
  const seen = Object.fromEntries(ids.map((id) => [`line:${id}`, 1]))
  talk.change({ tries: { ...talk.interview.tries, ...seen, 'first-line': 1 } })
  const shown = { experiences, claims: talk.record.claims }
  const lines = linesOf(shown)
  for (const line of lines) talk.note('line', { line })
  if (lines.length > 1) return talk.say('several-lines', { lines: numberedLines(shown) })
  talk.say('noted')
}

const kindsOffered: readonly ExperienceKind[] = ['job', 'internship', 'family', 'sport']

function chooseKind(talk: Talk, heard: Heard): boolean {
  const picked = choice(heard.answer, kindsOffered.length)
  const kind = picked?.length === 1 ? kindsOffered[picked[0] ?? 0] : undefined
  if (!kind) return false
  const experience = { ...newExperience(talk.world.nextId()), kind: known(kind) }
  talk.keep({ ...talk.record, experiences: [...talk.record.experiences, experience] })
  talk.change({ current: experience.id, misunderstood: 0 })
  askNext(talk)
  return true
}

function hearAnother(talk: Talk, heard: Heard): boolean {
  const reply = yesNo(heard.answer)
  if (reply === 'yes') talk.ask('tell-another')
  if (reply === 'no' || (!reply && heard.linked.none && isTired(heard.answer))) recap(talk)
  return reply !== undefined || talk.interview.asked?.step === 'recap'
}

/** « Lina », sent alone where a story was expected, is a first name and not a riddle. */
function noteLoneName(talk: Talk, heard: Heard): boolean {
  const name = heard.answer.trim().split(/\s+/).length <= 4 ? firstName(heard.answer) : undefined
  if (!name || talk.record.firstName.state === 'known' || isTired(heard.answer)) return false
  talk.keep({ ...talk.record, firstName: known(name) })
  talk.note('fields', { names: ['firstName'] })
  talk.say('noted')
  return true
}

/** « c tout », « jsp »: enough was said about this one. */
function hearNoMore(talk: Talk, heard: Heard) {
  const { asked, tries } = talk.interview
  if (!asked?.experienceId) return misunderstood(talk)
  const isFinished = isTired(heard.answer) || yesNo(heard.answer) === 'no'
  if (isFinished) {
    talk.change({
      tries: { ...tries, [`${asked.step}:${asked.experienceId}`]: 2 },
      misunderstood: 0,
    })
    talk.close()
    return askNext(talk)
  }
  misunderstood(talk)
}
