/**
 * How hard a French text is to read.
 *
 * Score of Kandel, L. and Moles, A. (1958), « Application de l'indice de Flesch à la langue française »,
 * Cahiers d'études de radio-télévision, 19: 207 - 1.015 × words per sentence - 73.6 × syllables per word.
 */

/** Sentences, trimmed, without empty ones. A line end closes a sentence; « 14.30 » and « M. » do not. */
export function sentences(text: string): string[] {
  return text
    .split(/(?<=[.!?…])(?<!\b(?:M|Mme|Mlle|etc|p|ex)\.)[»")\s]+(?=\S)|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsIn(sentence).length > 0)
}

/** Mean number of words a sentence; 0 for a text without words. « l’école » counts for one word. */
export function wordsPerSentence(text: string): number {
  const count = sentences(text).length
  return count === 0 ? 0 : wordsIn(text).length / count
}

/** About 100 for very easy, below 30 for very hard; not bounded. `undefined` for a text without words. */
export function kandelMoles(text: string): number | undefined {
  const words = wordsIn(text)
  if (words.length === 0) return undefined
  const syllableCount = words.reduce((sum, word) => sum + syllables(word), 0)
  return 207 - 1.015 * wordsPerSentence(text) - 73.6 * (syllableCount / words.length)
}

/** Syllables as spoken without liaison, at least 1; a number counts 1. « table » 1, « travail » 2, « création » 3. */
export function syllables(word: string): number {
  const spoken = word
    .toLowerCase()
    .replace(/^(?:[jldmtscn]|qu)['’]/, '')
    .replaceAll('œ', 'e')
    .replace(/(?<=[bcdfgptv][lr])i(?=[aeéouè])/g, 'ih')
    .replace(/(?<=[gq])u(?=[eiéèêy])/g, '')
    .replace(/(?<=[aeoué])y(?=[aeéèiou])/g, 'j')
    .replace(/(?<=[aeu])ill?(?=e|é|a|o|$)/g, 'j')
    .replace(/(?<=[aeéo])il$/g, 'j')
  const withoutMute =
    spoken.length > 3
      ? spoken
          .replace(/(?<=[^aeiouyéèêàâîôûëï])(?:e|es|ent(?=$))$/, '')
          .replace(/(?<=[éiu])(?:e|es)$/, '')
      : spoken
  const base =
    /(?:m|v|d|c|l|r|g|t|h)ent$/.test(spoken) && !/(?:ll|nn|tt|ss)ent$/.test(spoken)
      ? spoken
      : withoutMute
  const groups = base.match(/[éèêàâîôûëï]?(?:[aeiouyéèêàâîôûù]|ë|ï)+/g) ?? []
  const count = groups.reduce((sum, group) => sum + vowelsOf(group), 0)
  return Math.max(1, count)
}

/** Vowel sounds in a run of vowel letters: « éa » two, « ion » one, « eau » one. */
function vowelsOf(group: string): number {
  if (/^(?:éa|éo|éu|éi|aé|oé|ué|aï|oë|oï|ao)/.test(group)) return 2
  return 1
}

function wordsIn(text: string): string[] {
  return (
    text.match(/(?:(?:[jldmtscn]|qu|jusqu|lorsqu)['’])?[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/giu) ?? []
  )
}
