import { expect, test } from 'vitest'
import { composeDraft } from './compose-draft.ts'
import { known } from './field.ts'
import { aClaim, aDeed, anExperience, aQuote, aRecord } from './record.fixture.ts'
import { acceptAll, approve, cvOf, decide, obstacles } from './review-draft.ts'

const at = '2026-11-22T10:00:00Z'
const later = '2026-11-23T10:00:00Z'
const aDraft = () => composeDraft(aRecord(), { id: 'draft', at })

function accepted() {
  const draft = aDraft()
  return draft.items.reduce((all, item) => decide(all, item.id, { kind: 'accept' }, at), draft)
}

test('a draft holds one line per experience and one item per claim, all waiting', () => {
  const draft = aDraft()
  expect(draft.items.map(({ id, verdict }) => [id, verdict])).toEqual([
    ['line:e1', 'pending'],
    ['skill:c1', 'pending'],
  ])
  expect(draft).toMatchObject({ name: 'Samir Haddad', status: 'in-review', version: 1 })
})

test('what the person refused never reaches the counsellor', () => {
  const record = aRecord({ claims: [aClaim({ status: 'refused' })] })
  expect(composeDraft(record, { id: 'draft', at }).items.map((item) => item.id)).toEqual([
    'line:e1',
  ])
})

test('an experience without a deed is no line', () => {
  const record = aRecord({ experiences: [anExperience({ deeds: [] })] })
  expect(composeDraft(record, { id: 'draft', at }).items).toEqual([])
})

test('cannot be approved while something is undecided, or when nothing is left', () => {
  expect(obstacles(aDraft())).toEqual(['undecided', 'empty'])
  expect(() => approve(aDraft(), at)).toThrow('undecided')
  const refused = aDraft().items.reduce(
    (all, item) => decide(all, item.id, { kind: 'refuse', reason: 'hors sujet' }, at),
    aDraft(),
  )
  expect(obstacles(refused)).toEqual(['empty'])
  expect(approve(accepted(), at).status).toBe('approved')
})

test('prints what was accepted or edited, and nothing else', () => {
  const edited = decide(
    accepted(),
    'skill:c1',
    { kind: 'edit-skill', cvLabel: 'Tenue de caisse' },
    at,
  )
  expect(cvOf(edited)).toMatchObject({
    name: 'Samir Haddad',
    experiences: [
      { heading: 'Plonge et service en salle', place: 'restaurant familial', period: 'été 2026' },
    ],
    skills: [{ label: 'Tenue de caisse' }],
  })
  const without = decide(edited, 'skill:c1', { kind: 'refuse', reason: 'non' }, at)
  expect(cvOf(without).skills).toEqual([])
})

test('the same skill in two experiences is printed once, at its highest level', () => {
  const record = aRecord({
    experiences: [anExperience(), anExperience({ id: 'e2' })],
    claims: [aClaim({ level: 2 }), aClaim({ id: 'c2', experienceId: 'e2', level: 4 })],
  })
  const draft = composeDraft(record, { id: 'draft', at })
  const all = draft.items.reduce((d, item) => decide(d, item.id, { kind: 'accept' }, at), draft)
  expect(cvOf(all).skills).toEqual([{ label: 'Encaissement', level: 4 }])
})

test('a decision can be taken back, and the history remembers both', () => {
  const undone = decide(
    decide(aDraft(), 'line:e1', { kind: 'accept' }, at),
    'line:e1',
    { kind: 'undo' },
    later,
  )
  const line = undone.items[0]
  expect(line?.verdict).toBe('pending')
  expect(line?.history.map((entry) => [entry.by, entry.what])).toEqual([
    ['robot', 'proposé'],
    ['counsellor', 'accepté'],
    ['counsellor', 'décision annulée'],
  ])
})

test('an unknown item is not found', () => {
  expect(() => decide(aDraft(), 'line:none', { kind: 'accept' }, at)).toThrow('no such item')
})

test('composing again keeps the decisions on what did not change', () => {
  const again = composeDraft(aRecord(), { id: 'other', at: later, previous: accepted() })
  expect(again.id).toBe('draft')
  expect(again.items.map((item) => item.verdict)).toEqual(['accepted', 'accepted'])
})

test('what changed waits again, with the reason in its history', () => {
  const deeds = [...anExperience().deeds, aDeed('d9', 'nettoyer la salle', 'Nettoyage de la salle')]
  const record = aRecord({ experiences: [anExperience({ deeds })] })
  const again = composeDraft(record, { id: 'x', at: later, previous: accepted() })
  expect(again.items.map((item) => item.verdict)).toEqual(['pending', 'accepted'])
  expect(again.items[0]?.history.at(-1)).toMatchObject({
    by: 'robot',
    what: 'la personne a apporté du nouveau',
  })
})

test('a question asked back waits for the person, and the answer comes back into the item', () => {
  const asked = decide(
    accepted(),
    'line:e1',
    { kind: 'ask', question: 'Combien de couverts ?' },
    at,
  )
  expect(asked.status).toBe('changes-requested')
  const answer = {
    draftId: 'draft',
    itemId: 'line:e1',
    question: 'Combien de couverts ?',
    quote: aQuote('30 le soir', 'm9'),
  }
  const record = aRecord({ answers: [answer], town: known('Nantes') })
  const again = composeDraft(record, { id: 'x', at: later, previous: asked })
  expect(again.status).toBe('in-review')
  expect(again.contact).toEqual({ town: 'Nantes' })
  expect(again.items[0]).toMatchObject({
    verdict: 'pending',
    answer: '30 le soir',
    remark: 'Combien de couverts ?',
  })

  const third = composeDraft(record, { id: 'x', at: later, previous: again })
  expect(third.items[0]).toEqual(again.items[0])
})

test('a skill nobody was asked about is a suggestion: it holds nothing up and is printed only when accepted', () => {
  const record = aRecord({
    claims: [aClaim(), aClaim({ id: 'c2', status: 'held', cvLabel: 'Dressage' })],
  })
  const draft = acceptAll(composeDraft(record, { id: 'draft', at }), at)
  expect(draft.items.map((item) => item.verdict)).toEqual(['accepted', 'accepted', 'pending'])
  expect(obstacles(draft)).toEqual([])
  expect(draft.version).toBe(2)
  expect(cvOf(draft).skills.map((skill) => skill.label)).toEqual(['Encaissement'])
  const taken = decide(draft, 'skill:c2', { kind: 'accept' }, at)
  expect(cvOf(taken).skills.map((skill) => skill.label)).toEqual(['Encaissement', 'Dressage'])
})

test('three suggestions an experience are enough, the best ones', () => {
  const claims = [0.3, 0.5, 0.2, 0.4, 0.1].map((score, i) =>
    aClaim({ id: `h${i}`, status: 'held', score }),
  )
  const draft = composeDraft(aRecord({ claims }), { id: 'draft', at })
  expect(draft.items.map((item) => item.id)).toEqual([
    'line:e1',
    'skill:h1',
    'skill:h3',
    'skill:h0',
  ])
})
