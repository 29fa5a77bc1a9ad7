import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import * as z from 'zod'
import type { Forms } from './pairs.ts'

const rowSchema = z.object({
  conceptUri: z.string(),
  preferredLabel: z.string(),
  altLabels: z.string(),
})

/** French labels of ESCO: `occupations_fr.csv` and `skills_fr.csv`, alternative labels between bars. */
export const readEsco = (
  folder: string,
): { readonly occupations: readonly Forms[]; readonly skills: readonly Forms[] } => ({
  occupations: readForms(join(folder, 'occupations_fr.csv')),
  skills: readForms(join(folder, 'skills_fr.csv')),
})

const readForms = (file: string): readonly Forms[] =>
  z
    .array(rowSchema)
    .parse(parse(readFileSync(file, 'utf8'), { columns: true, bom: true }))
    .map(({ conceptUri, preferredLabel, altLabels }) => ({
      id: conceptUri,
      forms: [preferredLabel, ...altLabels.split('|')]
        .map((form) => form.trim())
        .filter((form) => form !== ''),
    }))
