import { parseArgs } from 'node:util'
import { z } from 'zod'
import { makeLoginLink } from '#api/login-link.ts'
import type { Accounts, Counsellor } from '#bot/ports/accounts.ts'
import type { AuditLog } from '#bot/ports/audit-log.ts'
import type { People } from '#bot/ports/people.ts'

export type AdminStores = {
  readonly accounts: Accounts
  readonly people: Pick<People, 'erase' | 'atAddress'>
  readonly auditLog: Pick<AuditLog, 'append'>
}

const usage = `npm run admin -- <commande>

  create-structure <nom>                            fait une structure, donne son identifiant
  create-counsellor <e-mail> --structure <id>       fait un compte
      [--name <nom>] [--role counsellor|lead|admin]
  login-link <e-mail>                               donne un lien de connexion, une seule fois, 15 min
  erase <personne>                                  efface tout d’une personne (identifiant, ou numéro +33…)
  structures                                        liste les structures et leurs comptes`

/** A command that cannot be done; the message is for whoever typed it. */
export class AdminRefusal extends Error {
  override readonly name = 'AdminRefusal'
}

type Command = (
  stores: AdminStores,
  argument: string,
  options: { readonly structure?: string; readonly name?: string; readonly role?: string },
  place: { readonly publicUrl: string; readonly now: Date },
) => Promise<string>

const roles = z.enum(['counsellor', 'lead', 'admin'])
const anEmail = z.email()

const commands: Readonly<Record<string, Command>> = {
  async 'create-structure'({ accounts }, name) {
    const structure = await accounts.createStructure(required(name, 'le nom'), false)
    return `Structure créée : ${structure.id}`
  },

  async 'create-counsellor'({ accounts }, email, { structure, name, role }) {
    const address = anEmail.safeParse(required(email, 'l’e-mail').toLowerCase())
    if (!address.success) throw new AdminRefusal('Ce n’est pas une adresse e-mail.')
    const known = roles.safeParse(role ?? 'counsellor')
    if (!known.success) throw new AdminRefusal('--role vaut counsellor, lead ou admin.')
    const made = await accounts.createCounsellor({
      email: address.data,
      name: name ?? address.data.split('@')[0] ?? address.data,
      role: known.data,
      structureId: required(structure, '--structure <id>'),
    })
    if (made === 'email-taken') throw new AdminRefusal('Cette adresse a déjà un compte.')
    if (made === 'no-structure') throw new AdminRefusal('Aucune structure n’a cet identifiant.')
    return `Compte créé : ${made.id}`
  },

  async 'login-link'({ accounts }, email, _, { publicUrl, now }) {
    const counsellor = await accounts.counsellorByEmail(required(email, 'l’e-mail').toLowerCase())
    if (!counsellor) throw new AdminRefusal('Aucun compte n’a cette adresse.')
    return makeLoginLink(accounts, counsellor.id, publicUrl, now)
  },

  async erase({ people, auditLog }, person, _, { now }) {
    const personId = await personIdOf(people, required(person, 'la personne'))
    if (!(await people.erase(personId))) throw new AdminRefusal('Personne n’a cet identifiant.')
    await auditLog.append({ at: now, actor: 'admin', action: 'erased', personId })
    return 'Tout est effacé.'
  },

  async structures({ accounts }) {
    const structures = await accounts.structures()
    const lines = structures.map(async ({ id, name, isDemo }) => {
      const counsellors = await accounts.counsellorsOf(id)
      return [`${id}  ${name}${isDemo ? '  (démonstration)' : ''}`, ...counsellors.map(accountLine)]
    })
    return (await Promise.all(lines)).flat().join('\n') || 'Aucune structure.'
  },
}

/**
 * Does one command and answers what to print. Throws `AdminRefusal` for what cannot be done, before
 * anything is changed.
 */
export async function runAdmin(
  args: readonly string[],
  stores: AdminStores,
  place: { readonly publicUrl: string; readonly now: Date },
): Promise<string> {
  const { command, argument, options } = readCommand(args)
  return command(stores, argument, options, place)
}

/** Before the stores are opened, so that a slip of the pen costs nothing. */
export function readCommand(args: readonly string[]) {
  const { values, positionals } = parsed(args)
  const [name = '', ...rest] = positionals
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) throw new AdminRefusal(usage)
  return { command, argument: rest.join(' '), options: values }
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const
  const options = { structure: text, name: text, role: text }
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch {
    throw new AdminRefusal(usage)
  }
}

function accountLine({ email, name, role }: Counsellor): string {
  return `    ${email}  ${name}  (${role})`
}

function required(value: string | undefined, what: string): string {
  if (!value?.trim()) throw new AdminRefusal(`Il manque ${what}.\n\n${usage}`)
  return value.trim()
}

async function personIdOf(people: Pick<People, 'atAddress'>, given: string): Promise<string> {
  if (!given.startsWith('+')) return given
  const person = await people.atAddress({ channel: 'sms', address: given.replace(/\s/g, '') })
  if (!person) throw new AdminRefusal('Personne n’écrit de ce numéro.')
  return person.id
}
