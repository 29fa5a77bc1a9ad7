import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { PageDeps } from '../pages/page-deps.ts'
import { searchTrialPage } from '../pages/search-trial-page.ts'
import { sendPage } from '../pages/send-page.ts'
import { figure } from '../pages/words/labels.ts'
import { asAdmin } from './conseil/at-desk.ts'
import { parsed } from './form.ts'

/** As much as one message of a conversation may hold, in UTF-16 units. */
const longest = 5_000
const limits = { skills: 20, jobs: 5 }

/** Browsers send line ends as CR LF; a conversation has LF. */
const form = z.object({
  text: z
    .string()
    .catch('')
    .default('')
    .transform((text) => text.replaceAll('\r\n', '\n').trim()),
})

/**
 * What the search makes of a text, for administrators. The text comes by POST, so that no address
 * and no log holds it; it is read once and kept nowhere.
 */
export function registerSearchTrial(app: FastifyInstance, deps: PageDeps): void {
  app.get(
    '/admin/recherche',
    asAdmin(deps, async ({ reply, view, note }) => {
      await note('read-search-trial')
      return sendPage(
        reply,
        searchTrialPage(view(), { text: '', longest, search: deps.searchStatus() }),
      )
    }),
  )

  app.post(
    '/admin/recherche',
    { preHandler: app.csrfProtection },
    asAdmin(deps, async ({ request, reply, view, note }) => {
      const { text } = parsed(form, request.body)
      const problem = problemOf(text)
      if (problem) {
        const search = deps.searchStatus()
        return sendPage(reply, searchTrialPage(view(), { text, longest, search, problem }), 422)
      }
      await note('tried-search')
      const start = performance.now()
      const linked = await deps.link(text, limits)
      const found = { linked, ms: performance.now() - start }
      // Read after the search: it may have found out that a server is down.
      const search = deps.searchStatus()
      return sendPage(reply, searchTrialPage(view(), { text, longest, search, found }))
    }),
  )
}

function problemOf(text: string): string | undefined {
  if (text === '') return 'Il n’y a rien à chercher : écrivez au moins une phrase.'
  if (text.length <= longest) return undefined
  return `Ce texte fait ${figure(text.length)} signes, pour ${figure(longest)} au plus. Raccourcissez-le : rien n’a été cherché.`
}
