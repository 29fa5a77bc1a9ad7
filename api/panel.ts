import { usesTwilio } from './config.ts'
import { makeLoginLink } from './login-link.ts'
import type { Raconte } from './start.ts'

/** What whoever started it wants to know, in a few lines. */
export async function welcomePanel(raconte: Raconte, hasMailbox: boolean): Promise<string> {
  const { config, url } = raconte
  if (url === undefined) return 'Raconte : le travail de fond est lancé (ROLE=workers).'
  const shown = config.PORT === 0 ? url : config.PUBLIC_URL
  const telephone = usesTwilio(config)
    ? 'les SMS passent par Twilio'
    : `${shown}/telephone  (un téléphone dessiné)`
  const lines = [
    ['Discuter', `${shown}/`],
    ['Téléphone', telephone],
    ['Bureau du conseiller', await deskLine(raconte, shown)],
    ...(hasMailbox ? [['Boîte aux lettres', `${shown}/courrier`]] : []),
  ]
  const width = Math.max(...lines.map(([name]) => name?.length ?? 0))
  return [
    '',
    '  Raconte est prêt.',
    '',
    ...lines.map(([name, value]) => `  ${name?.padEnd(width)}   ${value}`),
    '',
    '  Ctrl-C pour arrêter ; tout est gardé pour la prochaine fois.',
    '',
  ].join('\n')
}

/** The demonstration's counsellor gets in with a link; others ask for theirs by mail. */
async function deskLine({ stores }: Raconte, shown: string): Promise<string> {
  const structures = await stores.accounts.structures()
  if (structures.length === 0) {
    return `${shown}/conseil  (créer d’abord une structure : npm run admin -- create-structure)`
  }
  const demo = structures.find(({ isDemo }) => isDemo)
  const [counsellor] = demo ? await stores.accounts.counsellorsOf(demo.id) : []
  if (!counsellor) return `${shown}/conseil`
  const link = await makeLoginLink(stores.accounts, counsellor.id, shown, new Date())
  return `${link}  (une seule fois, 15 min)`
}
