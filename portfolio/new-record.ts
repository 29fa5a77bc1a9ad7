import type { Experience } from './experience.ts'
import { unknown } from './field.ts'
import type { PortfolioRecord } from './record.ts'

export function newRecord(personId: string): PortfolioRecord {
  return {
    personId,
    firstName: unknown,
    lastName: unknown,
    town: unknown,
    phone: unknown,
    email: unknown,
    experiences: [],
    claims: [],
    answers: [],
    consents: [],
  }
}

export function newExperience(id: string): Experience {
  return {
    id,
    kind: unknown,
    role: unknown,
    place: unknown,
    period: unknown,
    tools: unknown,
    result: unknown,
    deeds: [],
    isClosed: false,
  }
}
