import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { unzipSync } from 'fflate'
import { BadReferential } from '../referential.ts'

/** What we read among the official files: our short name for `unix_<name>_v460_utf8.csv`. */
const romeTables = [
  'referentiel_code_rome',
  'referentiel_appellation',
  'referentiel_competence',
  'liens_rome_referentiels',
  'coherence_item',
  'texte',
] as const

export type RomeTable = (typeof romeTables)[number]

/** Text of each table, and of `version.txt`. */
export type RomeSource = {
  readonly tables: ReadonlyMap<RomeTable, string>
  readonly version: string
}

const largestArchive = 500_000_000
const versionFile = 'version.txt'

/**
 * Opens the official publication, a folder or a zip of it (files may sit in a sub-folder of the
 * zip). Refuses, naming every missing file at once, before anything is read further.
 *
 * All tables we use are UTF-8. `unix_arborescence_secteur_naf`, which is latin1 in spite of its
 * name, is not among them.
 */
export const openRomeSource = (path: string): RomeSource => {
  const files = listFiles(path)
  const tables = new Map<RomeTable, string>()
  const missing: string[] = []
  for (const table of romeTables) {
    const name = [...files.keys()].find((file) => isTable(file, table))
    if (name === undefined) missing.push(`unix_${table}_v…_utf8.csv`)
    else tables.set(table, decode(name, files.get(name)?.() ?? new Uint8Array()))
  }
  const version = files.get(versionFile)
  if (version === undefined) missing.push(versionFile)
  if (missing.length > 0 || version === undefined) {
    throw new BadReferential(
      `Il manque dans « ${basename(path)} » : ${missing.join(', ')}. Rien n’a été importé.`,
    )
  }
  return { tables, version: decode(versionFile, version()) }
}

const isTable = (file: string, table: RomeTable): boolean =>
  new RegExp(`^unix_${table}(_v\\d+)?(_utf8)?\\.csv$`).test(file)

/** Contents are read on demand: a zip is not inflated for files we do not use. */
const listFiles = (path: string): ReadonlyMap<string, () => Uint8Array> => {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats === undefined) throw new BadReferential(`« ${path} » n’existe pas.`)
  if (stats.isDirectory()) {
    return new Map(readdirSync(path).map((name) => [name, () => readFileSync(join(path, name))]))
  }
  return listArchive(path)
}

const listArchive = (path: string): ReadonlyMap<string, () => Uint8Array> => {
  try {
    let total = 0
    const wanted = unzipSync(readFileSync(path), {
      filter: ({ name, originalSize }) => {
        const file = basename(name)
        if (file !== versionFile && !romeTables.some((table) => isTable(file, table))) return false
        total += originalSize
        if (total > largestArchive) throw new BadReferential('L’archive est trop grosse.')
        return true
      },
    })
    return new Map(Object.entries(wanted).map(([name, bytes]) => [basename(name), () => bytes]))
  } catch (cause) {
    if (cause instanceof BadReferential) throw cause
    throw new BadReferential(`« ${basename(path)} » n’est ni un dossier, ni une archive zip.`, {
      cause,
    })
  }
}

const decode = (name: string, bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new BadReferential(`« ${name} » n’est pas en UTF-8.`, { cause })
  }
}
