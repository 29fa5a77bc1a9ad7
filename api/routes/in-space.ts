import type {} from '@fastify/cookie'
import type {} from '@fastify/csrf-protection'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { PersonCard } from '#bot/ports/people.ts'
import { noSpacePage } from '../pages/moi/no-space-page.ts'
import type { PageDeps } from '../pages/page-deps.ts'
import { sendPage } from '../pages/send-page.ts'

/** Holds the secret of the link. Sent to `/moi` only. */
export const spaceCookie = 'moi'

type SpaceVisit = {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly person: PersonCard
  /** One line of the audit log, in the person’s name. */
  readonly note: (action: string) => Promise<void>
}

/** Wraps a handler of the person’s space. Without a valid link the answer explains how to get one. */
export function inSpace(deps: PageDeps, handle: (visit: SpaceVisit) => Promise<FastifyReply>) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const token = request.cookies[spaceCookie]
    if (!token) return sendPage(reply, noSpacePage('none'), request.method === 'GET' ? 200 : 403)
    const at = deps.clock.now()
    const share = await deps.shares.open(deps.tokens.hash(token), at)
    if (share === 'expired') return sendPage(reply, noSpacePage('expired'), 410)
    const person = share?.kind === 'space' ? await deps.people.find(share.personId) : undefined
    if (!person) return sendPage(reply, noSpacePage('unknown'), 404)
    return handle({
      request,
      reply,
      person,
      note: (action) => deps.auditLog.append({ at, actor: 'person', action, personId: person.id }),
    })
  }
}
