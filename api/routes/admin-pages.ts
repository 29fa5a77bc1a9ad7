import type { FastifyInstance } from 'fastify'
import { adminPage } from '../pages/admin-page.ts'
import type { PageDeps } from '../pages/page-deps.ts'
import { sendPage } from '../pages/send-page.ts'
import { asAdmin } from './conseil/at-desk.ts'

/** Who has an account, what waits, what failed. Administrators only, and nothing about people. */
export function registerAdmin(app: FastifyInstance, deps: PageDeps): void {
  app.get(
    '/admin',
    asAdmin(deps, async ({ reply, view, note }) => {
      const structures = await deps.accounts.structures()
      const counsellors = await Promise.all(
        structures.map(({ id }) => deps.accounts.counsellorsOf(id)),
      )
      await note('read-admin')
      return sendPage(
        reply,
        adminPage(view(), {
          structures: structures.map((structure, index) => ({
            ...structure,
            counsellors: counsellors[index] ?? [],
          })),
          jobs: await deps.outbox.counts(),
          brokenAudit: await deps.auditLog.firstBroken(),
          search: deps.searchStatus(),
        }),
      )
    }),
  )
}
