import {
  BadReferential,
  type Core,
  type Referential,
  type ReferentialJob,
  type ReferentialSkill,
} from '../referential.ts'
import { readTable } from './read-table.ts'
import type { RomeSource, RomeTable } from './source.ts'

const jobCode = /^[A-N]\d{4}$/
const ogrCode = /^\d+$/
const skillBlock = '5'
const skillHeadings = ['1', '2']

/**
 * ROME 4.0 as published → our types. Throws `BadReferential` on the first table with a wrong line,
 * and when a code points to nothing: a file cut in the middle cannot pass for a small referential.
 */
export const readRome = (source: RomeSource): Referential => {
  const version = /version\s*:\s*(\d+)/i.exec(source.version)?.[1]
  if (version === undefined) throw new BadReferential('version.txt : le numéro de version manque.')
  const skills = readSkills(source)
  const codes = new Set(skills.map(({ code }) => code))
  const jobs = readJobs(
    source,
    readTitles(source),
    readDefinitions(source),
    readLinks(source, codes),
  )
  return { name: 'rome', version, skills, jobs }
}

const table = (source: RomeSource, name: RomeTable): string => source.tables.get(name) ?? ''

const readSkills = (source: RomeSource): readonly ReferentialSkill[] => {
  const name = 'referentiel_competence'
  const rows = readTable(
    name,
    table(source, name),
    ['code_ogr', 'nature', 'libelle_competence', 'code_ogr_macro_comp', 'cat_comp'],
    (row) => {
      if (!ogrCode.test(row.code_ogr)) return 'code_ogr inattendu'
      if (row.libelle_competence === '') return 'libellé vide'
      if (row.nature !== 'Compétence' && row.nature !== 'Macro-compétence') return 'nature inconnue'
      return undefined
    },
  )
  const codes = new Set(rows.map((row) => row.code_ogr))
  if (codes.size !== rows.length) throw new BadReferential(`${name} : un code_ogr est en double.`)
  const lost = rows.find(({ code_ogr_macro_comp: macro }) => macro !== '' && !codes.has(macro))
  if (lost) throw new BadReferential(`${name} : ${lost.code_ogr} a une macro-compétence inconnue.`)
  return rows.map((row) => ({
    code: row.code_ogr,
    label: row.libelle_competence,
    nature: natureOf(row.nature, row.cat_comp),
    ...(row.code_ogr_macro_comp === '' ? {} : { macro: row.code_ogr_macro_comp }),
  }))
}

const natureOf = (nature: string, category: string): ReferentialSkill['nature'] => {
  if (category.startsWith('Savoir-être')) return 'behaviour'
  return nature === 'Macro-compétence' ? 'macro' : 'detailed'
}

const readTitles = (source: RomeSource): ReadonlyMap<string, readonly string[]> => {
  const rows = readTable(
    'referentiel_appellation',
    table(source, 'referentiel_appellation'),
    ['code_rome', 'libelle_appellation_long'],
    (row) => {
      if (!jobCode.test(row.code_rome)) return 'code_rome inattendu'
      return row.libelle_appellation_long === '' ? 'libellé vide' : undefined
    },
  )
  return grouped(rows.map((row) => [row.code_rome, row.libelle_appellation_long]))
}

const readDefinitions = (source: RomeSource): ReadonlyMap<string, readonly string[]> => {
  const rows = readTable(
    'texte',
    table(source, 'texte'),
    ['code_rome', 'libelle_type_texte', 'position_phrase', 'libelle_texte'],
    (row) => (jobCode.test(row.code_rome) ? undefined : 'code_rome inattendu'),
  )
  const sentences = rows
    .filter((row) => row.libelle_type_texte === 'definition')
    .sort((a, b) => Number(a.position_phrase) - Number(b.position_phrase))
  return grouped(sentences.map((row) => [row.code_rome, row.libelle_texte]))
}

type Links = ReadonlyMap<string, ReferentialJob['skills']>

const readLinks = (source: RomeSource, codes: ReadonlySet<string>): Links => {
  const cores = new Map(
    readTable(
      'coherence_item',
      table(source, 'coherence_item'),
      ['code_rome', 'code_ogr', 'coeur_metier'],
      (row) => (jobCode.test(row.code_rome) ? undefined : 'code_rome inattendu'),
    ).map((row) => [`${row.code_rome} ${row.code_ogr}`, coreOf(row.coeur_metier)]),
  )
  const isSkill = (row: { code_compo_bloc: string; code_rubrique: string }) =>
    row.code_compo_bloc === skillBlock && skillHeadings.includes(row.code_rubrique)
  const rows = readTable(
    'liens_rome_referentiels',
    table(source, 'liens_rome_referentiels'),
    ['code_rome', 'code_compo_bloc', 'code_rubrique', 'code_ogr'],
    (row) => {
      if (!jobCode.test(row.code_rome)) return 'code_rome inattendu'
      if (isSkill(row) && !codes.has(row.code_ogr)) return `compétence ${row.code_ogr} inconnue`
      return undefined
    },
  ).filter(isSkill)
  return grouped(
    rows.map(({ code_rome: job, code_ogr: code }) => [
      job,
      { code, core: cores.get(`${job} ${code}`) ?? 'other' },
    ]),
  )
}

const coreOf = (value: string): Core => {
  if (value === 'Principale') return 'main'
  return value === 'Émergente' ? 'emerging' : 'other'
}

const readJobs = (
  source: RomeSource,
  titles: ReadonlyMap<string, readonly string[]>,
  definitions: ReadonlyMap<string, readonly string[]>,
  links: Links,
): readonly ReferentialJob[] => {
  const name = 'referentiel_code_rome'
  const rows = readTable(
    name,
    table(source, name),
    ['code_rome', 'libelle_rome', 'code_rome_parent'],
    ({ code_rome: code, libelle_rome: label }) => {
      if (!jobCode.test(code)) return 'code_rome inattendu'
      if (label === '') return 'libellé vide'
      if (!titles.has(code)) return `le métier ${code} n’a aucune appellation`
      return links.has(code) ? undefined : `le métier ${code} n’a aucune compétence`
    },
  )
  const codes = new Set(rows.map((row) => row.code_rome))
  if (codes.size !== rows.length) throw new BadReferential(`${name} : un code_rome est en double.`)
  for (const code of [...titles.keys(), ...links.keys(), ...definitions.keys()]) {
    if (!codes.has(code)) throw new BadReferential(`${name} : le métier ${code} manque.`)
  }
  return rows.map(({ code_rome: code, libelle_rome: label, code_rome_parent: parent }) => ({
    code,
    label,
    parent: parent === '' ? code : parent,
    definition: (definitions.get(code) ?? []).join(' '),
    titles: titles.get(code) ?? [],
    skills: links.get(code) ?? [],
  }))
}

const grouped = <Value>(pairs: readonly (readonly [string, Value])[]) => {
  const groups = new Map<string, Value[]>()
  for (const [key, value] of pairs) {
    const group = groups.get(key)
    if (group) group.push(value)
    else groups.set(key, [value])
  }
  return groups
}
