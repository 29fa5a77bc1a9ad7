import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { composeDraft } from '#portfolio/compose-draft.ts'
import { makeRender, type RenderDeps } from './render.ts'
import { aPerson, approveDraft, aRecord, aTurn, aWorld, type TestWorld } from './world.fixture.ts'

const context = { jobId: 'render:d1:2', tries: 0, crashes: 0 }

async function anApprovedDraft() {
  const world = aWorld()
  const personId = await aPerson(world)
  await aTurn(world, personId, { stage: 'sent' })
  const at = world.clock.now().toISOString()
  const draft = composeDraft(aRecord(personId), { id: 'd1', at })
  await world.stores.drafts.save(draft, [])
  return { world, personId, draft, signed: await approveDraft(world, draft) }
}

/** What the person was told, by key: the promise of `tellPerson`. */
function aRenderer(world: TestWorld, over: Partial<RenderDeps> = {}) {
  const told = new Map<string, Parameters<RenderDeps['tellPerson']>[0]>()
  const deps: RenderDeps = {
    ...world.stores,
    clock: world.clock,
    ids: { next: world.world.ids },
    cvLink: (token) => `https://raconte.test/p/${token}`,
    renderPdf: async (cv, at) => new TextEncoder().encode(`%PDF ${cv.name} ${at.toISOString()}`),
    async tellPerson(said) {
      if (!told.has(said.key)) told.set(said.key, said)
    },
    ...over,
  }
  return { told, deps, render: makeRender(deps) }
}

test('an approved CV is printed in three formats and its person gets the address', async () => {
  const { world, personId } = await anApprovedDraft()
  const { told, render } = aRenderer(world)
  await render({ draftId: 'd1' }, context)

  const formats = world.world.files.map(({ format, draftVersion }) => `${format} ${draftVersion}`)
  expect(formats).toEqual(['pdf 2', 'html 2', 'txt 2'])
  const [said] = told.values()
  expect(said).toMatchObject({ personId, step: 'cv-ready', key: 'cv-ready:d1:2' })
  const token = said?.values.link?.split('/').at(-1) ?? ''
  expect(token).toMatch(/^[\w-]{24}$/)
  const hash = createHash('sha256').update(token).digest('hex')
  const share = await world.stores.shares.open(hash, world.clock.now())
  expect(share).toMatchObject({ personId, kind: 'cv', draftId: 'd1' })
  world.pass(366 * 24 * 3_600_000)
  expect(await world.stores.shares.open(hash, world.clock.now())).toBe('expired')
})

test('a second run tells nothing twice, and the address that was told keeps working', async () => {
  const { world } = await anApprovedDraft()
  const { told, render } = aRenderer(world)
  await render({ draftId: 'd1' }, context)
  const [first] = told.values()
  await render({ draftId: 'd1' }, context)
  expect([...told.values()]).toEqual([first])
  expect(world.world.files).toHaveLength(3)
  const token = first?.values.link?.split('/').at(-1) ?? ''
  const hash = createHash('sha256').update(token).digest('hex')
  expect(await world.stores.shares.open(hash, world.clock.now())).toMatchObject({ draftId: 'd1' })
})

test('a run killed anywhere is finished by the next', async () => {
  const steps = ['renderPdf', 'put', 'add', 'tellPerson'] as const
  for (const step of steps) {
    const { world } = await anApprovedDraft()
    const die = () => Promise.reject(new Error(`killed in ${step}`))
    const { stores } = world
    const killed = aRenderer(world, {
      ...(step === 'renderPdf' && { renderPdf: die }),
      ...(step === 'put' && { files: { ...stores.files, put: die } }),
      ...(step === 'add' && { shares: { ...stores.shares, add: die } }),
      ...(step === 'tellPerson' && { tellPerson: die }),
    })
    await expect(killed.render({ draftId: 'd1' }, context)).rejects.toThrow(`killed in ${step}`)
    const { told, render } = aRenderer(world)
    await render({ draftId: 'd1' }, context)
    expect(told.size).toBe(1)
    expect(world.world.files).toHaveLength(3)
  }
})

test('a draft that is not signed, or gone, is not printed', async () => {
  const { world, draft } = await anApprovedDraft()
  world.world.drafts.set('d1', draft)
  const { told, render } = aRenderer(world)
  await render({ draftId: 'd1' }, context)
  await render({ draftId: 'gone' }, context)
  expect(world.world.files).toEqual([])
  expect(told.size).toBe(0)
})
