import { createHash, randomBytes } from 'node:crypto'
import type { Clock } from '#bot/ports/clock.ts'
import type { Drafts } from '#bot/ports/drafts.ts'
import type { Files, StoredFile } from '#bot/ports/files.ts'
import type { Ids } from '#bot/ports/ids.ts'
import type { Shares } from '#bot/ports/shares.ts'
import type { Cv } from '#portfolio/cv.ts'
import { cvOf } from '#portfolio/review-draft.ts'
import type { Handler } from '../handlers.ts'
import { cvHtml } from '../render/cv-html.ts'
import { cvText } from '../render/cv-text.ts'

export type RenderDeps = {
  readonly drafts: Pick<Drafts, 'find'>
  readonly files: Pick<Files, 'put'>
  readonly shares: Pick<Shares, 'add'>
  /** Says a fixed sentence; the same `key` is said once. */
  readonly tellPerson: (said: {
    readonly personId: string
    readonly step: string
    readonly values: Record<string, string>
    readonly key: string
  }) => Promise<void>
  /** The bytes of the PDF. Throws `Unavailable` when it takes too long. */
  readonly renderPdf: (cv: Cv, at: Date) => Promise<Uint8Array>
  /** Absolute address of a shared CV. */
  readonly cvLink: (token: string) => string
  readonly clock: Clock
  readonly ids: Ids
}

const year = 365 * 24 * 3_600_000

/**
 * Prints an approved draft, then gives the person its address. Files of the same version overwrite
 * themselves with the same bytes. A run that dies before the person is told leaves a share whose
 * token nobody ever saw: nobody can open it, and it expires; the next run makes another.
 */
export function makeRender(deps: RenderDeps): Handler<'render'> {
  const { drafts, tellPerson } = deps
  return async ({ draftId }) => {
    const draft = await drafts.find(draftId)
    if (draft?.status !== 'approved') return undefined
    const { personId, version } = draft
    await print(cvOf(draft), { draftId, draftVersion: version }, new Date(draft.updatedAt), deps)
    const link = await share(personId, draftId, deps)
    const key = `cv-ready:${draftId}:${version}`
    await tellPerson({ personId, step: 'cv-ready', values: { link }, key })
    return undefined
  }
}

async function print(
  cv: Cv,
  draft: Pick<StoredFile, 'draftId' | 'draftVersion'>,
  at: Date,
  { files, renderPdf }: RenderDeps,
): Promise<void> {
  const utf8 = new TextEncoder()
  await files.put({ ...draft, format: 'pdf', bytes: await renderPdf(cv, at) })
  await files.put({ ...draft, format: 'html', bytes: utf8.encode(cvHtml(cv)) })
  await files.put({ ...draft, format: 'txt', bytes: utf8.encode(cvText(cv)) })
}

async function share(
  personId: string,
  draftId: string,
  { shares, cvLink, clock, ids }: RenderDeps,
): Promise<string> {
  const token = randomBytes(18).toString('base64url') // 144 bits in 24 signs: the link fits an SMS
  const hash = createHash('sha256').update(token).digest('hex')
  const expiresAt = new Date(clock.now().getTime() + year)
  await shares.add({ id: ids.next(), personId, kind: 'cv', draftId, expiresAt }, hash)
  return cvLink(token)
}
