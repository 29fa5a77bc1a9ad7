import { newInterview } from '#bot/ports/interview.ts'
import type { MemoryStores } from '#bot/ports/memory-stores.ts'
import { composeDraft } from '#portfolio/compose-draft.ts'
import type { Draft } from '#portfolio/cv.ts'
import { known, unknown } from '#portfolio/field.ts'
import type { Quote } from '#portfolio/quote.ts'
import type { PortfolioRecord } from '#portfolio/record.ts'
import type { SkillClaim } from '#portfolio/skill.ts'

const plates = 'jfesé la plonge o resto de mon oncle lété dernier pi des foi je servé en sal'
const orders = 'je prené les comande jaméné les plat et lé gens payé a moi'

/** Somebody told one summer in a restaurant by SMS; their draft waits at the desk. */
export async function aToldStory(
  stores: MemoryStores,
  { firstName = 'Léa', address = '+33639980001', at = '2026-11-20T08:00:00.000Z' } = {},
): Promise<{ personId: string; draft: Draft; record: PortfolioRecord; messageIds: string[] }> {
  const messageIds: string[] = []
  let personId = ''
  for (const [index, text] of ['slt', plates, orders].entries()) {
    const receivedAt = new Date(new Date(at).getTime() - 7_200_000 + index * 60_000)
    const accepted = await stores.inbox.accept(
      {
        channel: 'sms',
        address,
        externalId: `${address}-${index}`,
        text,
        attachments: 0,
        masked: [],
        receivedAt,
      },
      receivedAt,
    )
    personId = accepted.personId
    messageIds.push(accepted.messageId)
  }
  const record = aRecord(personId, firstName, messageIds)
  await stores.conversations.commit({
    conversation: { personId, version: 1, interview: newInterview, record },
    handled: messageIds,
    outgoing: [
      {
        id: `salut-${personId}`,
        personId,
        channel: 'sms',
        address,
        author: 'robot',
        text: 'Salut ! Je suis un robot de ta mission locale. On y va ?',
        choices: ['oui', 'non'],
        createdAt: new Date(new Date(at).getTime() - 7_000_000),
      },
    ],
    events: [],
    alerts: [],
    jobs: [],
  })
  const draft = composeDraft(record, { id: `draft-${personId}`, at })
  await stores.drafts.save(draft, [])
  return { personId, draft, record, messageIds }
}

function aRecord(personId: string, firstName: string, ids: readonly string[]): PortfolioRecord {
  const [, first = '', second = ''] = ids
  const plonge = quote(first, plates, 'la plonge')
  const salle = quote(first, plates, 'je servé en sal')
  const commandes = quote(second, orders, 'je prené les comande')
  const caisse = quote(second, orders, 'lé gens payé a moi')
  return {
    personId,
    firstName: known(firstName),
    lastName: known('Noël'),
    town: known('Nantes'),
    phone: unknown,
    email: unknown,
    experiences: [
      {
        id: 'resto',
        kind: known('relative-business' as const),
        role: unknown,
        place: known('restaurant familial', [quote(first, plates, 'resto de mon oncle')]),
        period: known({ from: { year: 2026, season: 'été' as const } }),
        tools: unknown,
        result: unknown,
        deeds: [
          { id: 'd1', words: 'faire la plonge', heading: 'Plonge', quote: plonge },
          { id: 'd2', words: 'servir en salle', heading: 'Service en salle', quote: salle },
          {
            id: 'd3',
            words: 'prendre les commandes',
            heading: 'Prise de commandes',
            quote: commandes,
          },
        ],
        isClosed: true,
      },
    ],
    claims: [
      claim(
        'c1',
        '300001',
        'Prendre la commande des clients',
        'Prise de commandes',
        0.91,
        commandes,
        'confirmed',
      ),
      claim(
        'c2',
        '300002',
        'Encaisser le montant d’une vente',
        'Encaissement',
        0.64,
        caisse,
        'confirmed',
      ),
      claim('c3', '300003', 'Nettoyer la vaisselle', 'Plonge', 0.42, plonge, 'held'),
    ],
    answers: [],
    consents: [
      { purpose: 'interview', given: true, at: '2026-11-20T06:00:00.000Z', messageId: first },
    ],
  }
}

function quote(messageId: string, text: string, words: string): Quote {
  const start = text.indexOf(words)
  if (start === -1) throw new Error(`the fixture does not say ${words}`)
  return { messageId, start, end: start + words.length, text: words }
}

function claim(
  id: string,
  code: string,
  label: string,
  cvLabel: string,
  score: number,
  from: Quote,
  status: SkillClaim['status'],
): SkillClaim {
  return {
    id,
    experienceId: 'resto',
    skill: { referential: 'rome', version: '4.60', code, label },
    plain: label.toLowerCase(),
    cvLabel,
    score,
    decision: score > 0.75 ? 'propose' : score > 0.5 ? 'ask' : 'hold',
    reason: `Parce que la personne a dit « ${from.text} ».`,
    quotes: [from],
    deedIds: [],
    status,
    ...(status === 'confirmed' && { level: 3 as const }),
    mark: 'declared',
  }
}
