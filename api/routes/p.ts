import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Draft } from '#portfolio/cv.ts'
import { cvFormats, keptCv } from '../pages/kept-cv.ts'
import type { PageDeps } from '../pages/page-deps.ts'
import { sendPage } from '../pages/send-page.ts'
import { deadLinkPage, sharedCvPage } from '../pages/shared-cv-page.ts'
import { parsed } from './form.ts'
import { sendCvFile } from './send-cv-file.ts'

const address = z.object({ token: z.string().max(200) })
const fileAddress = address.extend({ format: z.enum(cvFormats) })

/** A CV behind a secret address. Each opening is written in the person’s audit log. */
export function registerSharedCv(app: FastifyInstance, deps: PageDeps): void {
  app.get('/p/:token', async (request, reply) => {
    const { token } = parsed(address, request.params)
    const draft = await sharedDraft(deps, reply, token, 'opened-cv')
    if (!draft) return reply
    const [cv, page] = await Promise.all([keptCv(deps, draft), deps.files.find(draft.id, 'html')])
    if (!cv || !page) return sendPage(reply, deadLinkPage('not-ready'), 404)
    const markup = Buffer.from(page.bytes).toString('utf8')
    return sendPage(reply, sharedCvPage({ name: draft.name, markup, token, formats: cv.formats }))
  })

  app.get('/p/:token/cv.:format', async (request, reply) => {
    const { token, format } = parsed(fileAddress, request.params)
    const draft = await sharedDraft(deps, reply, token, 'downloaded-cv')
    if (!draft) return reply
    const file = await deps.files.find(draft.id, format)
    if (!file) return sendPage(reply, deadLinkPage('not-ready'), 404)
    return sendCvFile(reply, file, draft.name)
  })
}

/** The draft behind the link; `undefined` when the page that says why has already been sent. */
async function sharedDraft(
  deps: PageDeps,
  reply: FastifyReply,
  token: string,
  action: string,
): Promise<Draft | undefined> {
  const at = deps.clock.now()
  const share = await deps.shares.open(deps.tokens.hash(token), at)
  if (share === 'expired') {
    sendPage(reply, deadLinkPage('expired'), 410)
    return undefined
  }
  const isCv = share?.kind === 'cv' && share.draftId !== undefined
  const draft = isCv && share.draftId ? await deps.drafts.find(share.draftId) : undefined
  if (!draft) {
    sendPage(reply, deadLinkPage('unknown'), 404)
    return undefined
  }
  await deps.auditLog.append({ at, actor: 'link', action, personId: draft.personId })
  return draft
}
