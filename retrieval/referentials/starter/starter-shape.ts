import { z } from 'zod'
import { isGsm7 } from '#bot/french/gsm-7.ts'

const wordsIn = (text: string): number => text.trim().split(/\s+/).length

const line = z.string('il manque le texte').trim().min(2, 'le texte est vide')

const distinct = (texts: readonly string[]): boolean => new Set(texts).size === texts.length

const phrases = (least: number) =>
  z
    .array(line, 'il manque la liste')
    .min(least, `il faut au moins ${least} phrases`)
    .max(8, 'pas plus de 8 phrases')
    .refine(distinct, 'une phrase est écrite deux fois')

const skillCode = z.string('le code doit être entre guillemets').regex(/^\d{6}$/, 'six chiffres')
const jobCode = z
  .string('le code doit être entre guillemets')
  .regex(/^[A-N]\d{4}$/, 'une lettre et quatre chiffres')

const skill = z.strictObject({
  code: skillCode,
  label: line,
  cv: line.refine((text) => wordsIn(text) <= 5, 'pas plus de 5 mots'),
  tu: line
    .refine((text) => wordsIn(text) <= 12, 'pas plus de 12 mots')
    .refine(isGsm7, 'une lettre ne passe pas par SMS (ç, ê, â, î, ô, œ…)'),
  phrases: phrases(4),
})

const job = z.strictObject({
  code: jobCode,
  label: line,
  roles: z.array(line, 'il manque la liste').min(1, 'il faut au moins un rôle'),
  phrases: phrases(3),
  skills: z
    .array(skillCode, 'il manque la liste')
    .min(3, 'il faut au moins 3 compétences')
    .max(10, 'pas plus de 10 compétences')
    .refine(distinct, 'une compétence est citée deux fois'),
})

/** One theme file of the starter: both lists, of which either may be absent. */
export const themeFile = z.strictObject(
  { skills: z.array(skill).default([]), jobs: z.array(job).default([]) },
  'le fichier doit contenir « skills: » et « jobs: »',
)

/** One line of `informal-activities.tsv`: phrase, codes of jobs between semicolons, remark. */
export const informalLine = z.object({
  phrase: line,
  codes: z.array(jobCode),
})

export type ThemeSkill = z.infer<typeof skill>
export type ThemeJob = z.infer<typeof job>
