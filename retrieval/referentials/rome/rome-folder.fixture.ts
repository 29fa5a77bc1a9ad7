import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'

/** Lines of each table in the official layout, header first; the labels are ours. */
export type RomeFiles = Record<string, string>

/** A tiny publication: three jobs, eight skills. Replace or delete (`undefined`) files to damage it. */
export const aRomeFolder = (changes: Record<string, string | undefined> = {}): string => {
  const folder = mkdtempSync(join(tmpdir(), 'raconte-rome-fixture-'))
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries({ ...files(), ...changes })) {
    if (text !== undefined) writeFileSync(join(folder, name), text)
  }
  return folder
}

/** The same, zipped, with the files in a sub-folder as the publisher does. */
export const aRomeZip = (): string => {
  const folder = aRomeFolder()
  const entries = readdirSync(folder).map((name) => [
    `rome/${name}`,
    new Uint8Array(readFileSync(join(folder, name))),
  ])
  const path = join(folder, 'rome.zip')
  writeFileSync(path, zipSync(Object.fromEntries(entries)))
  return path
}

/** An empty folder for `DATA_DIR`. */
export const aDataDir = (): string => mkdtempSync(join(tmpdir(), 'raconte-data-'))

const lines = (...rows: string[]): string => `${rows.join('\n')}\n`

const skill = (code: string, nature: string, label: string, macro: string, kind: string): string =>
  `"${code}","${nature}","${label}","","${macro}","","${kind}","Technique","","","",""`

export const files = (): RomeFiles => ({
  'version.txt': 'Numero de version : 99\n\nDate de publication : 01/11/2026\n',
  'unix_referentiel_code_rome_v460_utf8.csv': lines(
    '"code_rome","code_fiche_metier","code_ogr","libelle_rome","transition_eco","transition_num","transition_demo","emploi_reglemente","emploi_cadre","code_rome_parent"',
    '"A1901","1","1","Gardien / Gardienne de potager","","","","","","A1901"',
    '"G1901","2","2","Plieur / Plieuse de nappes","","","","","","G1901"',
    '"G1902","3","3","Rinceur / Rinceuse de bols","","","","","","G1901"',
  ),
  'unix_referentiel_appellation_v460_utf8.csv': lines(
    '"code_ogr","libelle_appellation_long","libelle_appellation_court","code_rome","classification"',
    '"11","Gardien / Gardienne de potager","Gardien(ne)","A1901","PRINCIPALE"',
    '"12","Arroseur / Arroseuse de salades","Arroseur(se)","A1901","SYNONYME"',
    '"13","Plieur / Plieuse de nappes","Plieur(se)","G1901","PRINCIPALE"',
    '"14","Rinceur / Rinceuse de bols","Rinceur(se)","G1902","PRINCIPALE"',
  ),
  'unix_referentiel_competence_v460_utf8.csv': lines(
    '"code_ogr","nature","libelle_competence","definition","code_ogr_macro_comp","code_macro_comp","cat_comp","sous_cat_comp","transition_eco","transition_num","libelle_heterogeneite","libelle_origine"',
    skill('901', 'Macro-compétence', 'Tenir un potager', '', 'Savoir-faire'),
    skill('902', 'Compétence', 'Arroser des salades', '901', 'Savoir-faire'),
    skill('903', 'Compétence', "Chasser les limaces d''un carré", '901', 'Savoir-faire'),
    skill('904', 'Compétence', 'Plier des nappes', '', 'Savoir-faire'),
    skill('905', 'Compétence', 'Rincer des bols', '', 'Savoir-faire'),
    skill('906', 'Compétence', 'Empiler des bols', '', 'Savoir-faire'),
    skill('907', 'Compétence', 'Accueillir des promeneurs', '', 'Savoir-faire'),
    skill('908', 'Macro-compétence', 'Garder le sourire', '', 'Savoir-être professionnel'),
  ),
  'unix_liens_rome_referentiels_v460_utf8.csv': lines(
    '"code_rome","code_compo_bloc","code_rubrique","code_ogr"',
    '"A1901","1","","1"',
    '"A1901","5","1","902"',
    '"A1901","5","1","903"',
    '"A1901","5","1","907"',
    '"A1901","5","2","908"',
    '"A1901","5","3","5555"',
    '"G1901","5","1","904"',
    '"G1902","5","1","905"',
    '"G1902","5","1","906"',
  ),
  'unix_coherence_item_v460_utf8.csv': lines(
    '"code_rome","code_ogr","coeur_metier"',
    '"A1901","902","Principale"',
    '"A1901","907","Émergente"',
    '"G1901","904","Principale"',
    '"G1902","905",""',
  ),
  'unix_texte_v460_utf8.csv': lines(
    '"code_rome","code_compo_bloc","libelle_type_texte","position_phrase","libelle_texte"',
    '"A1901","3","definition","2","Veille sur l\'\'eau."',
    '"A1901","3","definition","1","Soigne les légumes."',
    '"A1901","4","acces_metier","1","Ouvert à tous."',
  ),
})
