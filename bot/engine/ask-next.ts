import type { StepId } from '#bot/dialogue/steps.ts'
import { stepIds } from '#bot/dialogue/steps.ts'
import { composeLine, lineLabel } from '#portfolio/compose-line.ts'
import { told } from '#portfolio/field.ts'
import type { PortfolioRecord } from '#portfolio/record.ts'
import type { SkillClaim } from '#portfolio/skill.ts'
import { plan } from './plan.ts'
import { wordStep } from './say.ts'
import type { Talk } from './talk.ts'

/** Asks what the planner finds best now; a counsellor's question comes before any of ours. */
export function askNext(talk: Talk) {
  const waiting = talk.interview.waiting[0]
  if (waiting) return askForCounsellor(talk, waiting)

  const next = plan(talk.interview, talk.record)
  talk.note('plan', { next: next.do === 'ask-field' ? next.step : next.do, why: next.why })
  if ('experienceId' in next) turnTo(talk, next.experienceId)
  switch (next.do) {
    case 'ask-field':
      return talk.ask(next.step, { experienceId: next.experienceId })
    case 'full-name':
      return talk.ask('full-name')
    case 'tell':
      return talk.ask('tell')
    case 'propose':
      return propose(talk, next.experienceId, next.claims)
    case 'ask-which':
      return askWhich(talk, next.experienceId, next.claims)
    case 'ask-level':
      return talk.ask('ask-level', {
        experienceId: next.experienceId,
        claimIds: idsOf(next.claims),
      })
    case 'another':
      closeCurrent(talk)
      return askAnother(talk, next.kind)
    case 'recap':
      closeCurrent(talk)
      return recap(talk)
  }
}

/** Questions go to another experience than the one just talked about: say which. */
function turnTo(talk: Talk, experienceId: string) {
  const { current } = talk.interview
  if (current === experienceId) return
  const experiences = talk.record.experiences.map((experience) =>
    experience.id === current ? { ...experience, isClosed: true } : experience,
  )
  talk.keep({ ...talk.record, experiences })
  talk.change({ current: experienceId })
  const experience = talk.experience(experienceId)
  const line = experience?.deeds.length && lineLabel(composeLine(experience, talk.record.claims))
  if (line) talk.say('back-to', { line })
}

/** Reads the CV back; nothing leaves before the person says so. What was sent once stays sent. */
export function recap(talk: Talk) {
  if (talk.interview.stage !== 'sent') talk.change({ stage: 'recap' })
  talk.ask('recap', { values: { lines: numberedLines(talk.record) } })
}

/** The open question once more, in other words when there are some. */
export function repeatQuestion(talk: Talk) {
  const { asked, stage } = talk.interview
  if (!asked || !isStepId(asked.step))
    return stage === 'sent' ? talk.ask('after-sent') : askNext(talk)
  const { step, at: _, ...about } = asked
  const ids = asked.claimIds ?? []
  const claims = ids.flatMap((id) => talk.record.claims.filter((claim) => claim.id === id))
  if (step === 'recap') return recap(talk)
  if (step === 'propose' && asked.experienceId) return propose(talk, asked.experienceId, claims)
  if (step === 'another') return askAnother(talk, undefined)
  const values = {
    list: numbered(claims),
    plain: claims[0]?.plain ?? '',
    question: asked.about?.question ?? '',
  }
  talk.ask(step === 'welcome' ? 'consent-again' : step, { ...about, values })
}

export function askForCounsellor(talk: Talk, about: Talk['interview']['waiting'][number]) {
  talk.change({ waiting: talk.interview.waiting.filter((question) => question !== about) })
  talk.ask('counsellor-question', { about, values: { question: about.question } })
}

/** « 1 prendre une commande, 2 encaisser » */
function numbered(claims: readonly SkillClaim[]): string {
  return claims.map((claim, i) => `${i + 1} ${claim.plain}`).join(', ')
}

/** « 1 Plonge, restaurant familial ; 2 Caissier, Lidl » */
export function numberedLines(record: Pick<PortfolioRecord, 'experiences' | 'claims'>): string {
  return linesOf(record)
    .map((line, i) => `${i + 1} ${line}`)
    .join(' ; ')
}

export function linesOf({ experiences, claims }: Pick<PortfolioRecord, 'experiences' | 'claims'>) {
  return experiences
    .filter((experience) => experience.deeds.length > 0)
    .map((experience) => lineLabel(composeLine(experience, claims)))
}

/** Everything we wanted to know about it was asked. The person may still add to it by a correction. */
function closeCurrent(talk: Talk) {
  const experiences = talk.record.experiences.map((experience) => ({
    ...experience,
    isClosed: true,
  }))
  talk.keep({ ...talk.record, experiences })
}

function propose(talk: Talk, experienceId: string, claims: readonly SkillClaim[]) {
  const [only, second] = claims
  talk.note('propose', {
    experience: experienceId,
    skills: claims.map((c) => `${c.plain} [« ${c.quotes[0]?.text ?? ''} »]`),
  })
  if (only && !second) {
    return talk.ask('propose-one', {
      experienceId,
      claimIds: [only.id],
      values: { plain: only.plain },
    })
  }
  talk.ask('propose', {
    experienceId,
    claimIds: idsOf(claims),
    values: { list: numbered(claims), pick: claims.length > 2 ? '1 3' : '1 2' },
  })
}

/** Not sure enough to say « tu sais »: the person decides between the candidates. */
function askWhich(talk: Talk, experienceId: string, claims: readonly SkillClaim[]) {
  const [only, second] = claims
  if (only && !second) {
    return talk.ask('ask-one', { experienceId, claimIds: [only.id], values: { plain: only.plain } })
  }
  talk.ask('ask-which', {
    experienceId,
    claimIds: idsOf(claims),
    values: { list: numbered(claims) },
  })
}

function askAnother(talk: Talk, kind: Parameters<typeof wordStep>[2]['kind']) {
  const heard = talk.record.experiences.map((experience) => told(experience.kind))
  const { text } = wordStep(talk.world.dialogue, 'another-example', {
    address: talk.interview.address,
    kind: kind ?? (heard.includes('family') ? 'volunteering' : 'family'),
    tries: 0,
    avoid: [],
  })
  talk.ask('another', { values: { example: text } })
}

function idsOf(claims: readonly SkillClaim[]): string[] {
  return claims.map((claim) => claim.id)
}

function isStepId(step: string): step is StepId {
  return stepIds.some((id) => id === step)
}
