import type { DeliveryState } from '#bot/ports/message.ts'
import type { Author, DraftStatus, Verdict } from '#portfolio/cv.ts'
import type { Level, LinkDecision } from '#portfolio/skill.ts'
import { typeset } from './typeset.ts'

export const verdictWords: Readonly<Record<Verdict, string>> = {
  pending: 'à décider',
  accepted: 'accepté',
  edited: 'modifié',
  refused: 'refusé',
  asked: 'question posée',
}

export const statusWords: Readonly<Record<DraftStatus, string>> = {
  'in-review': 'à relire',
  'changes-requested': 'en attente d’une réponse',
  approved: 'validé',
}

export const authorWords: Readonly<Record<Author, string>> = {
  person: 'la personne',
  robot: 'le robot',
  counsellor: 'un conseiller',
  'third-party': 'un tiers',
}

export const levelWords: Readonly<Record<Level, string>> = {
  1: 'avec quelqu’un à côté',
  2: 'sans aide',
  3: 'sans aide, en s’adaptant',
  4: 'peut l’apprendre à quelqu’un',
}

export const deliveryWords: Readonly<Record<DeliveryState, string>> = {
  queued: 'en attente d’envoi',
  sending: 'envoi en cours',
  sent: 'envoyé',
  delivered: 'remis',
  read: 'lu',
  failed: 'non remis',
  unknown: 'remise incertaine',
}

/** What the conversation would do with a skill that the search found. */
export const decisionWords: Readonly<Record<LinkDecision, string>> = {
  propose: 'à proposer',
  ask: 'à demander',
  hold: 'à garder',
}

/** How sure the search was, in words and as a figure: « lien fort, 86 % ». */
export function scoreWords(score: number): string {
  const strength = score >= 0.75 ? 'lien fort' : score >= 0.5 ? 'lien probable' : 'lien à vérifier'
  return `${strength}, ${percent(score)}`
}

/** A share between 0 and 1, as « 86 % ». */
export function percent(share: number): string {
  return typeset(`${Math.round(share * 100)} %`)
}

/** A French number as people write it: « 06 39 98 00 02 ». Others stay as they are. */
export function phoneWords(number: string): string {
  const digits = /^\+33(\d{9})$/.exec(number)?.[1]
  return digits ? `0${digits}`.replace(/(\d\d)(?=\d)/g, '$1\u00a0') : number
}

/** « 1 dossier », « 3 dossiers ». French counts zero and one alike. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${Math.abs(n) < 2 ? one : many}`
}

/** « 5 000 », with the space that French puts between thousands. */
export function figure(n: number): string {
  return new Intl.NumberFormat('fr-FR').format(n)
}
