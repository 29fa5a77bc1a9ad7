import { findDeeds } from './deeds.ts'
import { normalise } from './normalise.ts'
import { findRoles } from './roles.ts'

/** Words that open a place or a frame of work: said alone, they already tell something. */
const frames =
  /(?<!pas un |pas de |aucun |jamais de |même pas un |cherche un |trouver un )\b(stages?|alternance|apprentissage|intérim|bénévolat|service civique|immersion|pmsmp|chantier|restaurant|usine|magasin|entrepôt|cantine|boulangerie|garage|ferme|ehpad|crèche|hôtel|association|mairie|lidl|carrefour|auchan|leclerc|mcdo|quick|burger king|kfc|amazon|uber|deliveroo|darty|travaillé|\d+ (mois|ans?|semaines?|jours?))\b/i

/**
 * Whether a message tells nothing of what the person did: small talk, mumbling, a question, a wish, a
 * refusal, somebody else's deeds. Places and durations (« 2 mois chez Lidl ») are something.
 */
export function saysNothing(raw: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(raw)) return true
  if (findDeeds(raw).length > 0 || findRoles(raw).length > 0) return false
  const plain = normalise(raw).text.toLowerCase()
  const told = plain.split(/(?<=[.!?\n])/).filter((sentence) => !isIdle(sentence))
  return !told.some((sentence) => frames.test(sentence))
}

/** A question, a wish or a refusal. */
function isIdle(sentence: string): boolean {
  return (
    sentence.trimEnd().endsWith('?') ||
    /\b(je voudrais|je veux|j'aimerais|j'aimerai|je cherche|plus tard|pas envie|je ne sais pas|est-ce que|jamais (travaillé|fait)|rien fait)\b/.test(
      sentence,
    )
  )
}
