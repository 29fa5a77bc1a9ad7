import { describe, expect, test } from 'vitest'
import { aLink, aReferential, aStarter } from './link.fixture.ts'

test('a deed in the words of the referential is the first skill, with its quote', async () => {
  const { link } = await aLink()
  const text = 'bonjour, je arroser les salades, merci'
  const { deeds, skills, none } = await link(text)
  expect(none).toBe(false)
  expect(deeds).toHaveLength(1)
  expect(skills[0]).toMatchObject({
    skill: { referential: 'rome', version: '99', code: '902', label: 'Arroser des salades' },
    plain: 'arroser des salades',
    cvLabel: 'Titre : arroser des salades',
    quotes: [{ start: 9, end: 31, text: 'je arroser les salades' }],
    deeds: [0],
    decision: 'propose',
    reason:
      'Ses mots « je arroser les salades » sont proches de « Arroser des salades » (intitulé officiel).',
  })
})

test('an everyday phrase of the starter finds the official skill, in the starter’s wording', async () => {
  const { link } = await aLink()
  const { skills } = await link('je faire la plonge')
  expect(skills[0]).toMatchObject({
    skill: { code: '905', label: 'Procéder au rinçage de récipients' },
    plain: 'rincer la vaisselle',
    cvLabel: 'Rinçage de la vaisselle',
    reason:
      'Ses mots « je faire la plonge » sont proches de « faire la plonge » (formulation courante).',
  })
})

test('« tomates » find what the referential says of « légumes »', async () => {
  const referential = aReferential()
  const skill = { code: '911', label: 'Récolter un légume', nature: 'detailed' as const }
  const { link } = await aLink({ ...referential, skills: [...referential.skills, skill] })
  const { skills } = await link('je ramasser des tomates')
  expect(skills.find((one) => one.skill.code === '911')?.reason).toBe(
    'Ses mots « je ramasser des tomates » sont proches de « Récolter un légume » (intitulé officiel).',
  )
})

test('a role alone brings the skills of its job, for the counsellor only', async () => {
  const { link } = await aLink()
  const { deeds, skills, jobs } = await link('en tant que maraîchère')
  expect(deeds).toEqual([])
  expect(jobs[0]).toMatchObject({ code: 'A1901', label: 'Gardien / Gardienne de potager' })
  expect(skills.map(({ skill }) => skill.code).slice(0, 2)).toEqual(['902', '903'])
  expect(skills.map(({ decision }) => decision)).not.toContain('propose')
  expect(skills[0]?.reason).toBe(
    'Ses mots « en tant que maraîchère » évoquent le métier « Gardien / Gardienne de potager », qui demande cette compétence.',
  )
})

test('a savoir-être is never concluded from a job or a likeness of words', async () => {
  const { link } = await aLink()
  const { skills } = await link('je garder le sourire, en tant que maraîcher')
  expect(skills.map(({ skill }) => skill.code)).not.toContain('908')
})

test('an informal phrase with a ROME 3 code leads to the job that came from it', async () => {
  const { link } = await aLink()
  const { jobs } = await link('je bosser à la cantine')
  expect(jobs[0]?.code).toBe('G1902')
})

test('the other skills of the likely job follow what was said', async () => {
  const { link } = await aLink()
  const { skills } = await link('je rincer les bols')
  expect(skills.map(({ skill }) => skill.code).slice(0, 2)).toEqual(['905', '906'])
})

test('without an import the starter answers alone, with ROME codes', async () => {
  const starter = {
    ...aStarter(),
    jobs: [
      {
        code: 'G1605',
        label: 'Plongeur',
        roles: ['plongeur'],
        phrases: ['la plonge'],
        skills: ['905'],
      },
    ],
  }
  const { link } = await aLink('none', starter)
  const { skills, jobs } = await link('je faire la plonge')
  expect(skills[0]?.skill).toMatchObject({ referential: 'rome', version: 'starter', code: '905' })
  expect(jobs[0]?.code).toBe('G1605')
})

describe('nobody did anything', () => {
  test.each(['salut', '', '   ', '🙂🙂', '\u0000'])('in %j', async (text) => {
    const { link } = await aLink()
    expect(await link(text)).toEqual({ deeds: [], skills: [], jobs: [], none: true })
  })
})

test('no more skills and jobs come than the limits', async () => {
  const { link } = await aLink()
  const text = 'je arroser les salades, je rincer les bols'
  const { skills, jobs } = await link(text, { skills: 2, jobs: 1 })
  expect(skills).toHaveLength(2)
  expect(jobs).toHaveLength(1)
})

test('a very long text is answered in bounded time, and its quotes are slices of it', async () => {
  const { link } = await aLink()
  const text = Array.from({ length: 4_000 }, (_, place) => `je rincer ${place} bols`).join(', ')
  const start = performance.now()
  const { skills } = await link(text)
  expect(performance.now() - start).toBeLessThan(2_000)
  for (const { quotes } of skills) {
    expect(quotes.length).toBeGreaterThan(0)
    for (const quote of quotes) expect(text.slice(quote.start, quote.end)).toBe(quote.text)
  }
})

test('a reason never repeats more than a line of what was said', async () => {
  const { link } = await aLink()
  const { skills } = await link(`je arroser les salades ${'vertes '.repeat(60)}`)
  expect(skills[0]?.reason.length).toBeLessThan(200)
})
