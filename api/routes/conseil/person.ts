import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { NotFound } from '#portfolio/errors.ts'
import { personPage } from '../../pages/conseil/person-page.ts'
import { cvFormats, keptCv } from '../../pages/kept-cv.ts'
import type { PageDeps } from '../../pages/page-deps.ts'
import { sendPage } from '../../pages/send-page.ts'
import { parsed } from '../form.ts'
import { sendCvFile } from '../send-cv-file.ts'
import { atDesk, ownPerson, type Visit } from './at-desk.ts'
import { shownAlerts } from './shown-alerts.ts'

const address = z.object({ personId: z.string().max(200) })
const fileAddress = address.extend({ format: z.enum(cvFormats) })
const messageForm = z.object({ text: z.string().trim().min(1).max(450) })
const typedForm = z.object({ text: z.string().catch('').default('') })

/** One person: the thread, the CV files, and the counsellor’s voice in the conversation. */
export function registerPerson(app: FastifyInstance, deps: PageDeps): void {
  const guarded = { preHandler: app.csrfProtection }

  app.get(
    '/conseil/personnes/:personId',
    atDesk(deps, async (visit) => showPerson(deps, visit, {})),
  )

  app.get(
    '/conseil/personnes/:personId/cv.:format',
    atDesk(deps, async ({ request, reply, counsellor, note }) => {
      const { personId, format } = parsed(fileAddress, request.params)
      await ownPerson(deps, counsellor, personId)
      const draft = await deps.drafts.latestOf(personId)
      const file = draft && (await deps.files.find(draft.id, format))
      if (!draft || !file) throw new NotFound('no such file')
      await note('read-file', personId, `${draft.id}/${format}`)
      return sendCvFile(reply, file, draft.name)
    }),
  )

  app.post(
    '/conseil/personnes/:personId/message',
    guarded,
    atDesk(deps, async (visit) => {
      const person = await personOf(deps, visit)
      const form = messageForm.safeParse(visit.request.body)
      if (!form.success) {
        const { text } = parsed(typedForm, visit.request.body)
        return showPerson(deps, visit, { wrongMessage: text })
      }
      // After STOP nothing may leave; the page says so and offers no button.
      if (person.hasOptedOut) return visit.reply.redirect(pageOf(person.id), 303)
      await deps.speakAsCounsellor({
        personId: person.id,
        text: form.data.text,
        counsellorId: visit.counsellor.id,
      })
      await visit.note('wrote', person.id)
      return visit.reply.redirect(`${pageOf(person.id)}#fin`, 303)
    }),
  )

  const handovers = {
    reprendre: ['took-over', deps.takeOver],
    rendre: ['handed-back', deps.handBack],
  } as const
  for (const [path, [action, change]] of Object.entries(handovers)) {
    app.post(
      `/conseil/personnes/:personId/${path}`,
      guarded,
      atDesk(deps, async (visit) => {
        const person = await personOf(deps, visit)
        await change(person.id)
        await visit.note(action, person.id)
        return visit.reply.redirect(`${pageOf(person.id)}#fin`, 303)
      }),
    )
  }
}

function pageOf(personId: string): string {
  return `/conseil/personnes/${encodeURIComponent(personId)}`
}

function personOf(deps: PageDeps, { request, counsellor }: Visit) {
  return ownPerson(deps, counsellor, parsed(address, request.params).personId)
}

async function showPerson(
  deps: PageDeps,
  visit: Visit,
  problem: { readonly wrongMessage?: string },
) {
  const person = await personOf(deps, visit)
  const [thread, draft, alerts] = await Promise.all([
    deps.thread.ofPerson(person.id),
    deps.drafts.latestOf(person.id),
    shownAlerts(deps, person.structureId, person.id),
  ])
  const cv = await keptCv(deps, draft)
  await visit.note('read-thread', person.id)
  const page = personPage(visit.view(), { person, thread, draft, cv, alerts, ...problem })
  return sendPage(visit.reply, page, problem.wrongMessage === undefined ? 200 : 422)
}
