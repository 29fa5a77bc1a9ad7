import { expect, test } from 'vitest'
import { known } from '#portfolio/field.ts'
import { decide } from '#portfolio/review-draft.ts'
import { makeAssemble } from './assemble.ts'
import {
  anExperience,
  aPerson,
  approveDraft,
  aTurn,
  aWorld,
  minute,
  type TestWorld,
  twoCounsellors,
} from './world.fixture.ts'

const context = { jobId: 'assemble:p:1', tries: 0, crashes: 0 }

/** Somebody who told one experience and sent it, in a structure with two counsellors. */
async function aSentStory() {
  const world = aWorld()
  await twoCounsellors(world)
  const personId = await aPerson(world)
  await aTurn(world, personId, { stage: 'sent' })
  return { world, personId, assemble: assembler(world) }
}

function assembler({ stores, clock, world }: TestWorld) {
  return makeAssemble({
    ...stores,
    clock,
    ids: { next: world.ids },
    reviewLink: (draftId) => `https://raconte.test/conseil/${draftId}`,
  })
}

const addressees = ({ world }: TestWorld) => [...world.mails.values()].map(({ to }) => to)

test('a story that was sent becomes a draft, and each counsellor gets one mail', async () => {
  const { world, personId, assemble } = await aSentStory()
  await assemble({ personId }, context)
  const draft = await world.stores.drafts.latestOf(personId)
  expect(draft).toMatchObject({ version: 1, status: 'in-review', name: 'Inès' })
  expect(addressees(world)).toEqual(['ana@ml.fr', 'bob@ml.fr'])
  const [mail] = world.world.mails.values()
  expect(mail?.subject).toBe('CV à relire : Inès')
  expect(mail?.text).toContain(`https://raconte.test/conseil/${draft?.id}`)
  expect(`${mail?.subject} ${mail?.text}`).not.toMatch(/plonge|336|612/i)
})

test('a second run changes nothing and writes to nobody', async () => {
  const { world, personId, assemble } = await aSentStory()
  await assemble({ personId }, context)
  const before = await world.stores.drafts.latestOf(personId)
  world.pass(minute)
  await assemble({ personId }, context)
  expect(await world.stores.drafts.latestOf(personId)).toEqual(before)
  expect(addressees(world)).toHaveLength(2)
})

test('a run killed after the mail saves the draft next time, without a second mail', async () => {
  const { world, personId } = await aSentStory()
  const drafts = { ...world.stores.drafts, save: () => Promise.reject(new Error('killed')) }
  const killed = assembler({ ...world, stores: { ...world.stores, drafts } })
  await expect(killed({ personId }, context)).rejects.toThrow('killed')
  expect(addressees(world)).toHaveLength(2)
  await assembler(world)({ personId }, context)
  expect((await world.stores.drafts.latestOf(personId))?.version).toBe(1)
  expect(addressees(world)).toHaveLength(2)
})

test('nothing is assembled before the person sends it, nor for somebody who left', async () => {
  const world = aWorld()
  const personId = await aPerson(world)
  await aTurn(world, personId, { stage: 'recap' })
  await assembler(world)({ personId }, context)
  await assembler(world)({ personId: 'nobody' }, context)
  expect(world.world.drafts.size).toBe(0)
})

test('a story without a deed makes no draft', async () => {
  const { world, personId, assemble } = await aSentStory()
  await aTurn(world, personId, { record: { experiences: [] } })
  await assemble({ personId }, context)
  expect(world.world.drafts.size).toBe(0)
})

test('news during a review is added without another mail', async () => {
  const { world, personId, assemble } = await aSentStory()
  await assemble({ personId }, context)
  const experiences = [anExperience('e1', 'Plonge'), anExperience('e2', 'Peinture')]
  await aTurn(world, personId, { record: { experiences } })
  await assemble({ personId }, context)
  const draft = await world.stores.drafts.latestOf(personId)
  expect(draft?.version).toBe(2)
  expect(draft?.items.map(({ id }) => id)).toEqual(['line:e1', 'line:e2'])
  expect(addressees(world)).toHaveLength(2)
})

test('an approved CV stays approved until there is news, which opens a review with its mail', async () => {
  const { world, personId, assemble } = await aSentStory()
  await assemble({ personId }, context)
  const draft = await world.stores.drafts.latestOf(personId)
  if (!draft) throw new Error('assembled above')
  await approveDraft(world, draft)
  await assemble({ personId }, context)
  expect((await world.stores.drafts.latestOf(personId))?.status).toBe('approved')

  const experiences = [anExperience('e1', 'Plonge'), anExperience('e2', 'Peinture')]
  await aTurn(world, personId, { record: { experiences } })
  await assemble({ personId }, context)
  expect((await world.stores.drafts.latestOf(personId))?.status).toBe('in-review')
  expect(addressees(world)).toHaveLength(4)
})

test('a counsellor who decides in the same second is not overwritten', async () => {
  const { world, personId, assemble } = await aSentStory()
  await assemble({ personId }, context)
  await aTurn(world, personId, { record: { town: known('Nantes') } })
  let isFirst = true
  const drafts: TestWorld['stores']['drafts'] = {
    ...world.stores.drafts,
    async save(next, jobs) {
      const stored = await world.stores.drafts.find(next.id)
      if (isFirst && stored) {
        isFirst = false
        const decided = decide(stored, 'line:e1', { kind: 'accept' }, next.updatedAt)
        await world.stores.drafts.save(decided, [])
      }
      return world.stores.drafts.save(next, jobs)
    },
  }
  await assembler({ ...world, stores: { ...world.stores, drafts } })({ personId }, context)
  const draft = await world.stores.drafts.latestOf(personId)
  expect(draft?.version).toBe(3)
  expect(draft?.contact.town).toBe('Nantes')
  expect(draft?.items[0]?.verdict).toBe('accepted')
})
