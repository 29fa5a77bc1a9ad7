import type {} from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Counsellor } from '#bot/ports/accounts.ts'
import type { PageDeps } from '../../pages/page-deps.ts'

const cookieName = 'conseil'
const idleMs = 8 * 3_600_000
/** A session older than this gets a new secret at the next page, so that eight hours count from the last visit. */
const renewMs = 30 * 60_000

type SessionDeps = Pick<PageDeps, 'accounts' | 'tokens' | 'clock' | 'config'>

/** Opens a session; the cookie carries its secret and its birth, and the store the hash of both. */
export async function openSession(
  reply: FastifyReply,
  counsellorId: string,
  { accounts, tokens, clock, config }: SessionDeps,
): Promise<void> {
  const now = clock.now().getTime()
  const secret = `${tokens.next()}.${now.toString(36)}`
  await accounts.addSession(counsellorId, tokens.hash(secret), new Date(now + idleMs))
  reply.setCookie(cookieName, secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: config.PUBLIC_URL.startsWith('https:'),
    maxAge: idleMs / 1000,
  })
}

/** Who is at the desk, or `undefined`. Reading a page keeps the session alive. */
export async function counsellorOf(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: SessionDeps,
): Promise<Counsellor | undefined> {
  const secret = request.cookies[cookieName]
  if (!secret) return undefined
  const hash = deps.tokens.hash(secret)
  const now = deps.clock.now()
  const counsellor = await deps.accounts.counsellorOfSession(hash, now)
  if (counsellor && request.method === 'GET' && now.getTime() - birthOf(secret) > renewMs) {
    await openSession(reply, counsellor.id, deps)
    await deps.accounts.endSession(hash)
  }
  return counsellor
}

export async function closeSession(
  request: FastifyRequest,
  reply: FastifyReply,
  { accounts, tokens }: SessionDeps,
): Promise<void> {
  const secret = request.cookies[cookieName]
  if (secret) await accounts.endSession(tokens.hash(secret))
  reply.clearCookie(cookieName, { path: '/' })
}

function birthOf(secret: string): number {
  return Number.parseInt(secret.split('.')[1] ?? '', 36) || 0
}
