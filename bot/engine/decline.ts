import type { Experience } from '#portfolio/experience.ts'
import { askNext } from './ask-next.ts'
import type { Talk } from './talk.ts'

/** « passer »: not wanted, so never asked again. */
export function declineAsked(talk: Talk) {
  const { asked, tries } = talk.interview
  const experience = talk.experience(asked?.experienceId)
  const declined = { state: 'declined' } as const
  if (asked?.step === 'full-name') talk.keep({ ...talk.record, firstName: declined })
  if (experience && asked?.step === 'ask-place') keepFields(talk, experience, { place: declined })
  if (experience && asked?.step === 'ask-period') keepFields(talk, experience, { period: declined })
  if (experience && asked?.step === 'ask-tools') keepFields(talk, experience, { tools: declined })
  if (asked) {
    const key = asked.experienceId ? `${asked.step}:${asked.experienceId}` : asked.step
    talk.change({ tries: { ...tries, [key]: Math.max(2, tries[key] ?? 0) } })
    talk.note('declined', { step: asked.step })
  }
  talk.change({ misunderstood: 0 })
  talk.close()
  askNext(talk)
}

export type Fields = Partial<Pick<Experience, 'place' | 'period' | 'tools'>>

export function keepFields(talk: Talk, { id }: Experience, fields: Fields) {
  const experiences = talk.record.experiences.map((e) => (e.id === id ? { ...e, ...fields } : e))
  talk.keep({ ...talk.record, experiences })
}
