import type { Counsellor, Structure } from '#bot/ports/accounts.ts'
import { type DeskView, deskLayout } from './conseil/desk-layout.ts'
import { type Html, html } from './html.ts'
import type { SearchStatus } from './page-deps.ts'
import { searchFacts } from './search-facts.ts'

export type AdminContent = {
  readonly structures: readonly (Structure & { readonly counsellors: readonly Counsellor[] })[]
  readonly jobs: { readonly open: number; readonly dead: number }
  /** Position of the first broken link of the audit log. */
  readonly brokenAudit: number | undefined
  readonly search: SearchStatus
}

const roles: Readonly<Record<Counsellor['role'], string>> = {
  counsellor: 'conseil',
  lead: 'responsable',
  admin: 'administration',
}

/** The state of the installation for those who run it. */
export function adminPage(
  view: DeskView,
  { structures, jobs, brokenAudit, search }: AdminContent,
): string {
  return deskLayout(view, {
    title: 'Administration',
    here: '/admin',
    main: html`<div>
      <h1>Administration</h1>
      <div class="tiles">
        ${tile('Tâches en attente', jobs.open)}
        ${tile('Tâches abandonnées', jobs.dead, jobs.dead > 0)}
        ${tile('Journal des accès', brokenAudit === undefined ? 'intact' : `rompu à la ligne ${brokenAudit}`, brokenAudit !== undefined)}
      </div>
      ${jobs.dead > 0 && html`<p class="notice bad">Des tâches ont échoué plusieurs fois et n’iront pas plus loin sans intervention.</p>`}
      <section aria-labelledby="recherche-titre">
        <h2 id="recherche-titre">Recherche de compétences</h2>
        ${searchFacts(search)}
        <p><a class="button" href="/admin/recherche">Essayer la recherche</a></p>
      </section>
      <section aria-labelledby="structures-titre">
        <h2 id="structures-titre">Structures et comptes</h2>
        ${structures.map(structureCard)}
        <p class="soft">Pour créer un compte : <code>npm run admin -- create-counsellor prenom.nom@exemple.fr --structure identifiant</code></p>
      </section>
    </div>`,
  })
}

function tile(label: string, value: string | number, isBad = false): Html {
  return html`<div class=${`card tile ${isBad ? 'is-bad' : ''}`}><strong>${value}</strong><span>${label}</span></div>`
}

function structureCard({
  id,
  name,
  isDemo,
  counsellors,
}: AdminContent['structures'][number]): Html {
  return html`<div class="card">
    <h3>${name}${' '}${isDemo && html`<span class="badge wait">démonstration</span>`}</h3>
    <p class="soft">Identifiant : <code>${id}</code></p>
    ${
      counsellors.length === 0
        ? html`<p>Aucun compte.</p>`
        : html`<ul>${counsellors.map((one) => html`<li>${one.name}, ${one.email} (${roles[one.role]})</li>`)}</ul>`
    }
  </div>`
}
