import type { Field } from './field.ts'
import type { Period } from './period.ts'
import type { Quote } from './quote.ts'

/** The kinds differ in what is asked and in how the CV names them, not in their worth. */
export const experienceKinds = [
  'job',
  'internship',
  'relative-business',
  'family',
  'volunteering',
  'sport',
  'school',
  'self-taught',
] as const

export type ExperienceKind = (typeof experienceKinds)[number]

/** One elementary action that the person did, and the words that say so. */
export type Deed = {
  readonly id: string
  /** Plain French infinitive: « faire la plonge ». Derived from the quote, recomputable. */
  readonly words: string
  /** The same as a CV prints it: « Plonge », « Prise de commandes ». */
  readonly heading: string
  readonly quote: Quote
}

/**
 * Something the person lived through and did things in. Two experiences with the same title are two
 * experiences: only the id tells them apart, so corrections and merges always name an id.
 */
export type Experience = {
  readonly id: string
  readonly kind: Field<ExperienceKind>
  /** As a French job or role name: « serveur », « garde d’enfants ». */
  readonly role: Field<string>
  /** Where, in words fit for a CV: « restaurant familial », « Quick, Nantes ». */
  readonly place: Field<string>
  readonly period: Field<Period>
  readonly tools: Field<readonly string[]>
  /** What came out of it, in the person’s reformulated words: « 30 couverts par soir ». */
  readonly result: Field<string>
  readonly deeds: readonly Deed[]
  /** What a period of training was called: « stage », « alternance ». Printed after the place. */
  readonly calledAs?: string
  /** Nobody declared this work: the CV words it as help, never as employment. */
  readonly isUndeclared?: boolean
  readonly isClosed: boolean
}
