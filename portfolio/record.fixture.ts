import type { Deed, Experience } from './experience.ts'
import { known } from './field.ts'
import { newExperience, newRecord } from './new-record.ts'
import type { Quote } from './quote.ts'
import type { PortfolioRecord } from './record.ts'
import type { SkillClaim } from './skill.ts'

export function aQuote(text: string, messageId = 'm1'): Quote {
  return { messageId, start: 0, end: text.length, text }
}

export function aDeed(id: string, words: string, heading: string): Deed {
  return { id, words, heading, quote: aQuote(words, `m-${id}`) }
}

/** Dishes and tables in the family restaurant, last summer. */
export function anExperience(change: Partial<Experience> = {}): Experience {
  return {
    ...newExperience('e1'),
    kind: known('relative-business'),
    place: known('restaurant familial', [aQuote('o resto de mon oncle')]),
    period: known({ from: { year: 2026, season: 'été' } }, [aQuote('lété dernier')]),
    deeds: [
      aDeed('d1', 'faire la plonge', 'Plonge'),
      aDeed('d2', 'servir en salle', 'Service en salle'),
      aDeed('d3', 'prendre les commandes', 'Prise de commandes'),
    ],
    ...change,
  }
}

export function aClaim(change: Partial<SkillClaim> = {}): SkillClaim {
  return {
    id: 'c1',
    experienceId: 'e1',
    skill: { referential: 'rome', version: '460', code: '1', label: 'Réaliser un encaissement' },
    plain: 'encaisser',
    cvLabel: 'Encaissement',
    score: 0.9,
    decision: 'propose',
    reason: 'Ses mots le disent.',
    quotes: [aQuote('lé gens payé a moi', 'm2')],
    deedIds: [],
    status: 'confirmed',
    mark: 'declared',
    ...change,
  }
}

export function aRecord(change: Partial<PortfolioRecord> = {}): PortfolioRecord {
  return {
    ...newRecord('p1'),
    firstName: known('Samir'),
    lastName: known('Haddad'),
    experiences: [anExperience()],
    claims: [aClaim()],
    ...change,
  }
}
