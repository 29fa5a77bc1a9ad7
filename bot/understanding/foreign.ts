import { plainWords } from './plain.ts'

/**
 * Mostly written in another language than French: another script, or common words of English,
 * Spanish, Portuguese, Italian, German, Turkish or Romanian well ahead of French ones. One borrowed word
 * (« job », « check ») is still French.
 */
export function isForeign(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  const otherScript = letters.filter((letter) => !/\p{Script=Latin}/u.test(letter))
  if (letters.length >= 2 && otherScript.length * 2 > letters.length) return true
  const words = plainWords(text)
  const foreign = words.filter((word) => foreignWords.has(word)).length
  const french = words.filter((word) => frenchWords.has(word)).length
  return words.length >= 3 && foreign >= 2 && foreign > french * 2 && foreign * 4 >= words.length
}

const foreignWords = new Set(
  [
    'i|am|im|my|is|are|was|were|the|and|you|your|he|she|they|we|it|this|that|what|where|how|who|why|when|with|for|from|not|dont|do|don|did|have|has|had|can|cannot|will|would|want|work|worked|working|looking|speak|english|french|name|hello|please|thanks|thank|of|to|in|at|on|understand|need|help|some|years|good|day|only|cooked|used|shop|restaurant|been|but|because',
    'yo|hola|soy|estoy|tengo|trabajo|trabaje|trabajaba|quiero|hablo|espanol|el|los|las|una|por|para|con|donde|que|como|gracias|no|entiendo|mi|tu|buenos|dias|busco|cocina|muy|pero|me|llamo|he|trabajado|anos|en',
    'eu|nao|sou|estou|trabalho|trabalhei|falo|portugues|obrigado|bom|dia|meu|minha|uma|com|voce|quero|como|no|restaurante|ola',
    'io|sono|ho|lavoro|lavorato|non|ciao|grazie|buongiorno|il|mio|mia|parlo|italiano|voglio|per|che|di|come|cerco|un|una|sto',
    'ich|bin|habe|nicht|und|der|die|das|ein|eine|mein|meine|arbeite|gearbeitet|spreche|deutsch|bitte|danke|guten|tag|wo|wie|was|suche|mit',
    'ben|merhaba|calisiyorum|istiyorum|bir|ve|icin|tesekkur|fransizca|bilmiyorum|turkce|evet|hayir|nasil|ne|adim',
    'buna|sunt|lucrat|vreau|vorbesc|romana|multumesc|nu|si|la|am|cu|pentru|ziua|numele|meu',
  ].flatMap((words) => words.split('|')),
)

const frenchWords = new Set(
  'je|j|jai|ai|g|tu|il|elle|nous|vous|ils|elles|le|la|les|un|une|des|de|du|d|l|et|est|c|cest|ce|cet|cette|mon|ma|mes|ton|ta|pas|pa|avec|dans|ds|chez|pour|pr|sur|qui|que|quoi|ou|mais|plus|suis|jsuis|fait|fais|faisais|travail|taf|oui|non|bonjour|salut|merci|au|aux|o|jour|ans|mois|on|ca|sa|trop|bien|tout|jfesais|jfais|comme|moi|toi|avais|etais|en'.split(
    '|',
  ),
)
