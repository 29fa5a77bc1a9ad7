import { createHash, randomBytes } from 'node:crypto'
import { anApp, secret } from '#api/app.fixture.ts'
import { makeDirectLineTokens, newConversationId } from '#bot/channels/direct-line/tokens.ts'
import type { Counsellor } from '#bot/ports/accounts.ts'
import { type MemoryStores, memoryStores } from '#bot/ports/memory-stores.ts'
import { decide } from '#portfolio/review-draft.ts'
import { aBrowser } from './browser.fixture.ts'
import { errorPage } from './error-page.ts'
import type { FoundSkill, PageDeps } from './page-deps.ts'
import { registerPages } from './register-pages.ts'

export type House = Awaited<ReturnType<typeof aHouse>>

const someSkills: readonly FoundSkill[] = [
  aFoundSkill('123456', 'Dresser les tables', 'Mise en place de la salle'),
  aFoundSkill('654321', 'Entretenir un poste de travail', 'Nettoyage du poste'),
]

/** The real door with every page, over memory stores; one structure with three accounts, and another one. */
export async function aHouse(
  changes: Partial<PageDeps['config']> = {},
  rooms: Partial<Pick<PageDeps, 'link'>> = {},
) {
  let now = new Date('2026-11-20T09:00:00Z')
  const said: { personId: string; text: string }[] = []
  const holder: { stores: MemoryStores } = { stores: memoryStores() }
  const under = anApp(
    { LOG_LEVEL: 'silent' },
    (stores) => {
      holder.stores = stores
      return {}
    },
    { register: (app) => registerPages(app, deps), errorPage },
  )
  const { stores } = holder
  const deps: PageDeps = {
    ...stores,
    config: {
      PUBLIC_URL: 'http://localhost:3000',
      isDevelopment: true,
      isTelephoneDrawn: true,
      ...changes,
    },
    clock: { now: () => now },
    tokens: {
      next: () => randomBytes(24).toString('base64url'),
      hash: (token) => createHash('sha256').update(token).digest('hex'),
    },
    newChat() {
      const conversationId = newConversationId()
      const tokens = makeDirectLineTokens(secret, () => new Date())
      return { conversationId, token: tokens.issue(conversationId) }
    },
    async askBack({ draftId, itemId, question, version }) {
      const draft = await stores.drafts.find(draftId)
      if (draft?.version !== version) return 'stale'
      return stores.drafts.save(
        decide(draft, itemId, { kind: 'ask', question }, now.toISOString()),
        [],
      )
    },
    speakAsCounsellor: async (words) => said.push(words),
    takeOver: async (personId) => said.push({ personId, text: '(reprise)' }),
    handBack: async (personId) => said.push({ personId, text: '(rendue)' }),
    findSkills: (words) => (words.includes('introuvable') ? [] : someSkills),
    link: async () => ({ deeds: [], skills: [], jobs: [], none: true }),
    searchStatus: () => ({
      engine: 'embedded',
      referential: 'starter',
      version: '2026-11',
      skills: 320,
      jobs: 120,
      encoder: 'lexical',
    }),
    ...rooms,
  }
  const [structure] = await stores.accounts.structures()
  if (!structure) throw new Error('the memory world has a structure')
  const other = await stores.accounts.createStructure('Autre structure', false)
  await under.app.ready()

  return {
    ...under,
    stores,
    deps,
    said,
    browser: () => aBrowser(under.app),
    /** Hours pass. */
    wait: (hours: number) => {
      now = new Date(now.getTime() + hours * 3_600_000)
    },
    now: () => now,
    claire: await anAccount(stores, 'claire@ml.fr', 'Claire Morel', 'counsellor', structure.id),
    admin: await anAccount(stores, 'admin@ml.fr', 'Alix Roux', 'admin', structure.id),
    stranger: await anAccount(stores, 'paul@autre.fr', 'Paul Petit', 'counsellor', other.id),
    /** A browser whose user went through the login link. */
    async signedIn(counsellor: Counsellor) {
      const token = deps.tokens.next()
      const soon = new Date(now.getTime() + 60_000)
      await stores.accounts.addLoginToken(counsellor.id, deps.tokens.hash(token), soon)
      const browser = aBrowser(under.app)
      await browser.open(`/conseil/entrer/${token}`)
      await browser.submit(`/conseil/entrer/${token}`)
      return browser
    },
    /** A secret address of a person, valid for a week. */
    async share(personId: string, kind: 'cv' | 'space', draftId?: string) {
      const token = deps.tokens.next()
      const expiresAt = new Date(now.getTime() + 7 * 86_400_000)
      const share = { id: `share-${token}`, personId, kind, expiresAt, ...(draftId && { draftId }) }
      await stores.shares.add(share, deps.tokens.hash(token))
      return token
    },
  }
}

async function anAccount(
  { accounts }: MemoryStores,
  email: string,
  name: string,
  role: Counsellor['role'],
  structureId: string,
): Promise<Counsellor> {
  const made = await accounts.createCounsellor({ email, name, role, structureId })
  if (typeof made === 'string') throw new Error(made)
  return made
}

function aFoundSkill(code: string, label: string, cvLabel: string): FoundSkill {
  return { skill: { referential: 'rome', version: '4.60', code, label }, cvLabel }
}
