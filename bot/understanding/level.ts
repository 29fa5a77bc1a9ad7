import type { Level } from '#portfolio/skill.ts'
import { plain } from './plain.ts'

/**
 * How well somebody does a thing, by the number of our list or in words: with somebody beside (1),
 * alone (2), alone and it still works when things change (3), able to show it to another (4). The
 * highest that is said wins: « seul, et je peux montrer » is 4.
 */
export function level(text: string): Level | undefined {
  const said = ` ${plain(text)} `
  const number =
    /^ (?:(?:le|la|num|numero|niveau|plutot|un|jdirais|je dirais) )*([1-4]) (?:(?:stp|merci|mrc|je pense|jpense|je crois) )?$/.exec(
      said,
    )?.[1]
  const named = levels.find((one) => String(one) === number)
  if (named) return named
  if (
    / (?:jamais|pas encore|pas|pa|jpe pa|jpeux pas) (?:tout |toute |tte |tt |tou )?(?:seul|seule|sel) | besoin d(?: une|e l)? ?(?:aide|kelkun|quelqu) | besoin daide /.test(
      said,
    )
  )
    return 1
  return ([4, 3, 2, 1] as const).find((one) => patterns[one].test(said))
}

const levels = [1, 2, 3, 4] as const

const patterns: Readonly<Record<Level, RegExp>> = {
  4: / (?:montrer|montre|montré|apprendre (?:a|aux|o)|apprend (?:a|aux)|expliquer|explique|former|forme (?:les|des|un)|formais|formé|enseigner|transmettre|jmontre|jexplique|montrai|montrais|expliquais|expliké|montré) | je peux (?:l |le |la |les )?(?:apprendre|aprendre) | (?:apprendre|aprendre) a (?:un|une|d|quelqu|qqn|kelkun|des|mon|ma) | jforme | les nouveaux /,
  3: / (?:gere|jgere|gère|geré|gerer|adapte|madapte|m adapte|jmadapte|debrouille|demmerde|debrouy|adapter|imprevu|imprevus|prevu) | (?:quand|kan|qd|meme si|si|kand) (?:ca|sa) (?:change|chauffe|bouge|coince|bug|foire|part) | (?:probleme|pb|souci|galere)s? /,
  2: / (?:seul|seule|sel|solo|tt seul|autonome|autonomie|sans aide|sans personne|sans qu on) /,
  1: / (?:avec (?:quelqu|quelquun|qqn|kelkun|kk1|qlqn|un|une|mon|ma|le|la|l|des|les|de l|aide|mes)|avc (?:kelkun|qqn|quelquun|quelqu|qlqn|un)|ac (?:qqn|kelkun|quelquun)|accompagne|accompagnee|aide|a cote|a coté|ensemble|a deux|on m aide|on maide|debutant|debutante|j apprends|japprends|surveille|guide|guidee) /,
}
