import type {} from '@fastify/csrf-protection'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Counsellor } from '#bot/ports/accounts.ts'
import type { PersonCard } from '#bot/ports/people.ts'
import type { Draft } from '#portfolio/cv.ts'
import { NotAllowed, NotFound } from '#portfolio/errors.ts'
import type { DeskView } from '../../pages/conseil/desk-layout.ts'
import type { PageDeps } from '../../pages/page-deps.ts'
import { counsellorOf } from './session.ts'

/** One request at the desk. It exists only with a counsellor. */
export type Visit = {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly counsellor: Counsellor
  /** What every page of the desk shows. Makes the CSRF token, so only pages call it. */
  readonly view: () => DeskView
  /** Writes one line of the audit log in the counsellor’s name. */
  readonly note: (action: string, personId?: string, object?: string) => Promise<void>
}

/** Wraps a handler of the desk: without a session the answer is the login page, whatever was asked. */
export function atDesk(deps: PageDeps, handle: (visit: Visit) => Promise<FastifyReply>) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const counsellor = await counsellorOf(request, reply, deps)
    if (!counsellor) return reply.redirect('/conseil/connexion', 303)
    return handle({
      request,
      reply,
      counsellor,
      view: () => ({
        counsellor,
        csrf: reply.generateCsrf(),
        now: deps.clock.now(),
        hasMailbox: deps.config.isDevelopment,
      }),
      note: (action, personId, object) =>
        deps.auditLog.append({
          at: deps.clock.now(),
          actor: counsellor.id,
          action,
          ...(personId && { personId }),
          ...(object && { object }),
        }),
    })
  }
}

/** The same for people who run the installation. */
export function asAdmin(deps: PageDeps, handle: (visit: Visit) => Promise<FastifyReply>) {
  return atDesk(deps, async (visit) => {
    if (visit.counsellor.role !== 'admin') throw new NotAllowed('administrators only')
    return handle(visit)
  })
}

/** A person of the counsellor’s own structure. Everybody else does not exist. */
export async function ownPerson(
  deps: PageDeps,
  counsellor: Counsellor,
  personId: string,
): Promise<PersonCard> {
  const person = await deps.people.find(personId)
  if (!person || person.structureId !== counsellor.structureId) throw new NotFound('no such person')
  return person
}

export async function ownDraft(
  deps: PageDeps,
  counsellor: Counsellor,
  draftId: string,
): Promise<{ draft: Draft; person: PersonCard }> {
  const draft = await deps.drafts.find(draftId)
  if (!draft) throw new NotFound('no such draft')
  return { draft, person: await ownPerson(deps, counsellor, draft.personId) }
}
