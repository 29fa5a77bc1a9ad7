import { command } from './command.ts'
import { lowerInPlace, plain } from './plain.ts'
import { yesNo } from './yes-no.ts'

/**
 * A first name, as the person wrote it but with capitals: « moi c lina » is « Lina ». Keeps hyphens,
 * apostrophes and the letters of every alphabet that uses Latin ones. At most 40 characters.
 * `undefined` for sentences, commands, numbers, markup and « jsp ».
 */
export function firstName(text: string): string | undefined {
  const typed = text
    .normalize('NFC')
    .replace(/[’‘ʼ`´]/g, "'")
    .trim()
  if (typed.length > 120 || /[<>{}[\]#$\\|=@/*_]|\d|\n/.test(typed)) return undefined
  const name = withoutFrame(typed)
  if (!name || name.length > 40 || !nameShape.test(name)) return undefined
  const words = plain(name)
  if (command(typed) || command(name) || yesNo(name) || notNames.has(words)) return undefined
  if (words.split(' ').some((word) => neverInNames.has(word))) return undefined
  if (/^j[bcdfgklmnpqrstvz]/.test(words)) return undefined
  return capitalised(name)
}

/** One to three words of letters, with hyphens or apostrophes inside. */
const nameShape = /^\p{L}[\p{L}\p{M}]*(?:[-' ]\p{L}[\p{L}\p{M}]*){0,3}\.?$/u

const opening =
  /^(?:(?:slt|salut|bonjour|bjr|bsr|bonsoir|coucou|cc|hello|hey|wesh|wsh|yo|ouais|oui|ok|alors|bah|ben|euh|bien sur)[\s,!.:-]+)*(?:(?:moi|mwa)[\s,]*)?(?:(?:c'?est|c|ce|cé|sé|cest|c'e|sa c|jm'?appelle?|jm'?appel|jmapell?e?|je m'? ?appelle?|je m'? ?appel|je mapp?ell?e?|jmap|jme nomme|je me nomme|j'?ai pour pr[eé]nom|mon pr[eé]nom[\s,:]*(?:c'?est|c|est|cest)?|mon nom[\s,:]*(?:c'?est|c|est|cest)?|pr[eé]nom[\s:]*|on m'?appelle?|on mapp?ell?e?|appelle?[- ]moi|tu peux m'?appeler|je suis|jsuis|jsui|chuis|ici|c'est moi|my name is|i'm)[\s:,]+)?/i
const closing =
  /[\s,.!?;:)]*(?:[\s,]+(?:merci|mrc|stp|svp|et toi|et vous|enchant[eé]e?|voil[aà]|mdr|lol|frr|fr[eè]re|wesh|pour vous servir|et toi c'?est qui|tkt)[\s.!?]*)*$/i

function withoutFrame(typed: string): string {
  const noEmoji = typed
    .replace(/\p{Extended_Pictographic}|\u200d|\ufe0f/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const opened = opening.exec(lowerInPlace(noEmoji))?.[0] ?? ''
  return noEmoji.slice(opened.length).replace(closing, '').trim()
}

const notNames = new Set(
  'fini|c fini|re|jsp|jspp|je sais pas|chais pas|sais pas|rien|personne|anonyme|moi|toi|lui|elle|nous|quoi|koi|hein|pourquoi|pk|pq|comment|qui|prenom|mon prenom|nom|test|slt|salut|bonjour|bjr|coucou|cc|hello|hey|wesh|wsh|yo|merci|mdr|lol|ptdr|bof|bah|euh|hmm|ok|ca va|sava|azerty|qwerty|secret|devine|monsieur|madame|mr|mme|fille|garcon|homme|femme|meuf|mec|robot|bot|aucun|vas y|plus tard|stp|svp|serveur|serveuse|caissier|vendeur|vendeuse|fatigue|perdu|perdue|pret|prete|la'.split(
    '|',
  ),
)
const neverInNames = new Set(
  'la|je|tu|il|elle|on|nous|vous|jai|g|pas|pa|veux|veut|veu|jveux|jveu|dire|fait|fais|faire|travaille|bosse|taf|suis|est|etait|cest|avec|dans|chez|pour|que|qui|quoi|pourquoi|mon|ma|mes|ton|ta|ses|le|les|des|un|une|et|ou|au|aux|sais|jsp|donne|prenom|nom|stop|rien|mais|sans|script|null|undefined|stage|resto'.split(
    '|',
  ),
)

function capitalised(name: string): string {
  const quiet = name.replace(/\.$/, '').replace(/\s+/g, ' ')
  const isOneCase = quiet === quiet.toLowerCase() || quiet === quiet.toUpperCase()
  const base = isOneCase ? quiet.toLocaleLowerCase('fr') : quiet
  return base.replace(
    /(^|[-' ])(\p{L})/gu,
    (_, before: string, letter: string) => before + letter.toLocaleUpperCase('fr'),
  )
}
