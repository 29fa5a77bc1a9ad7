import type { Referential, Starter } from './referential.ts'

/** The starter, seen as a small referential: what the search runs on until ROME is imported. */
export const starterOnly = (starter: Starter): Referential => {
  const codes = new Set(starter.skills.map(({ code }) => code))
  return {
    name: 'rome',
    version: 'starter',
    skills: starter.skills.map(({ code, label }) => ({ code, label, nature: 'detailed' })),
    jobs: starter.jobs.map(({ code, label, roles, skills }) => ({
      code,
      label,
      parent: code,
      definition: '',
      titles: roles,
      skills: skills
        .filter((skill) => codes.has(skill))
        .map((skill) => ({ code: skill, core: 'main' })),
    })),
  }
}
