import type { Accounts } from '#bot/ports/accounts.ts'
import type { Alerts } from '#bot/ports/alerts.ts'
import type { AuditLog } from '#bot/ports/audit-log.ts'
import type { Clock } from '#bot/ports/clock.ts'
import type { ConversationStore } from '#bot/ports/conversation-store.ts'
import type { Drafts } from '#bot/ports/drafts.ts'
import type { Files } from '#bot/ports/files.ts'
import type { Outbox } from '#bot/ports/jobs.ts'
import type { Mails } from '#bot/ports/mail.ts'
import type { People } from '#bot/ports/people.ts'
import type { Shares } from '#bot/ports/shares.ts'
import type { SkillSearch } from '#bot/ports/skill-search.ts'
import type { Thread } from '#bot/ports/thread.ts'
import type { SkillRef } from '#portfolio/skill.ts'

/** A skill of the referential as the desk offers it in place of another. */
export type FoundSkill = { readonly skill: SkillRef; readonly cvLabel: string }

/** What `/admin` shows of the search. */
export type SearchStatus = {
  readonly engine: string
  readonly referential: string
  readonly version: string
  readonly skills: number
  readonly jobs: number
  readonly encoder: string
  /** What does not work as configured at the moment. */
  readonly degraded?: string
}

/** Everything the pages need from the rest of the house. `registerPages` hands it to the routes. */
export type PageDeps = {
  readonly config: {
    /** Where people reach us; links in mails start with it, and `https` makes cookies `Secure`. */
    readonly PUBLIC_URL: string
    /** No `SMTP_URL`: mails are shown at `/courrier`. */
    readonly isDevelopment: boolean
    /** No Twilio: the SMS channel is the telephone at `/telephone`. */
    readonly isTelephoneDrawn: boolean
  }
  readonly clock: Clock
  readonly tokens: {
    /** A new secret of at least 128 bits, base64url. */
    next(): string
    /** SHA-256 in hex: the only form in which a secret is stored. */
    hash(token: string): string
  }
  readonly accounts: Accounts
  readonly alerts: Alerts
  readonly auditLog: AuditLog
  readonly conversations: Pick<ConversationStore, 'load'>
  readonly drafts: Drafts
  readonly files: Pick<Files, 'find'>
  readonly mails: Pick<Mails, 'post' | 'latest'>
  readonly outbox: Pick<Outbox, 'add' | 'counts'>
  readonly people: Pick<People, 'find' | 'link' | 'ofStructure'>
  readonly shares: Pick<Shares, 'open'>
  readonly thread: Pick<Thread, 'ofPerson'>

  /** A new conversation of the web chat, and the token of Direct Line that opens it. */
  readonly newChat: () => { readonly conversationId: string; readonly token: string }
  /** `version` is the one the counsellor was looking at. */
  readonly askBack: (a: {
    readonly draftId: string
    readonly itemId: string
    readonly question: string
    readonly version: number
  }) => Promise<'saved' | 'stale'>
  readonly speakAsCounsellor: (a: {
    readonly personId: string
    readonly text: string
    readonly counsellorId: string
  }) => Promise<unknown>
  readonly takeOver: (personId: string) => Promise<unknown>
  readonly handBack: (personId: string) => Promise<unknown>
  readonly findSkills: (
    words: string,
    limit: number,
  ) => Promise<readonly FoundSkill[]> | readonly FoundSkill[]
  /** The search that conversations use, for whoever wants to see what it makes of a text. */
  readonly link: SkillSearch['link']
  readonly searchStatus: () => SearchStatus
}
