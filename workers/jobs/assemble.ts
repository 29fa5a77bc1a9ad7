import type { Accounts } from '#bot/ports/accounts.ts'
import type { Clock } from '#bot/ports/clock.ts'
import type { ConversationStore } from '#bot/ports/conversation-store.ts'
import type { Drafts } from '#bot/ports/drafts.ts'
import type { Ids } from '#bot/ports/ids.ts'
import type { Mails } from '#bot/ports/mail.ts'
import type { People } from '#bot/ports/people.ts'
import { composeDraft } from '#portfolio/compose-draft.ts'
import type { Draft } from '#portfolio/cv.ts'
import { told } from '#portfolio/field.ts'
import type { PortfolioRecord } from '#portfolio/record.ts'
import type { Handler } from '../handlers.ts'
import { reviewMail } from '../render/mail-texts.ts'
import { postOnce } from './post-once.ts'

export type AssembleDeps = {
  readonly conversations: Pick<ConversationStore, 'load'>
  readonly drafts: Drafts
  readonly people: Pick<People, 'find'>
  readonly accounts: Pick<Accounts, 'counsellorsOf'>
  readonly mails: Pick<Mails, 'find' | 'post'>
  readonly clock: Clock
  readonly ids: Ids
  /** Absolute address of a draft on the desk. It contains the id. */
  readonly reviewLink: (draftId: string) => string
}

/**
 * Brings the draft of a person up to date with their record, once they sent it. A review that opens
 * (a first draft, or news after an approval) is told to the counsellors of the structure by mail;
 * news during a review is not.
 *
 * The mail goes first: killed in between, the next run finds the mail and saves the draft. The other
 * way round a review could open without anybody knowing.
 */
export function makeAssemble(deps: AssembleDeps): Handler<'assemble'> {
  const { conversations, drafts, clock, ids } = deps
  return async ({ personId }) => {
    for (;;) {
      const { conversation } = await conversations.load(personId)
      if (conversation?.interview.stage !== 'sent') return undefined
      const { record } = conversation
      const previous = await drafts.latestOf(personId)
      const at = clock.now().toISOString()
      const draft = composeDraft(record, { id: ids.next(), at, previous })
      if (!draft.items.length || (previous && isSame(draft, previous))) return undefined
      if (!previous || previous.status === 'approved') await announce(draft, record, deps)
      if ((await drafts.save(draft, [])) === 'saved') return undefined
    }
  }
}

async function announce(draft: Draft, record: PortfolioRecord, deps: AssembleDeps): Promise<void> {
  const { people, accounts, mails, clock, reviewLink } = deps
  const person = await people.find(draft.personId)
  if (!person) return
  const mail = reviewMail(told(record.firstName), reviewLink(draft.id))
  await postOnce(
    mails,
    await accounts.counsellorsOf(person.structureId),
    `review:${draft.personId}:${draft.version}`,
    { ...mail, createdAt: clock.now() },
  )
}

/** Nothing new to read: what a person, a robot or a counsellor last did about it does not count. */
function isSame(draft: Draft, previous: Draft): boolean {
  return substance(draft) === substance(previous)
}

function substance({ name, contact, items }: Draft): string {
  return JSON.stringify([name, contact, items.map((item) => ({ ...item, history: [] }))], sorted)
}

/** Stores may give the keys of an object back in another order. */
function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
