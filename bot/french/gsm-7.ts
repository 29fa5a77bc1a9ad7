/**
 * The characters of a text message (GSM 03.38) and what a message costs.
 *
 * One `ç`, `ê` or `’` turns a message of 160 characters into parts of 67, so every outgoing SMS
 * passes through `gsmSafe`. Units: septets in GSM-7, UTF-16 units in UCS-2.
 */

const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)

/** Each of these takes an escape and itself: two units. */
const extension = new Set('€[]{}|^~\\\f')

const rewritten: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '‚': "'",
  '`': "'",
  '´': "'",
  '«': '"',
  '»': '"',
  '“': '"',
  '”': '"',
  '„': '"',
  '…': '...',
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '•': '-',
  '·': '-',
  œ: 'oe',
  Œ: 'OE',
  '°': 'o',
  º: 'o',
  '²': '2',
  '³': '3',
  '×': 'x',
  '½': '1/2',
  '→': '->',
  ı: 'i',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
}

const emoji = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}/u
const invisible = /\p{Cf}|\p{Mn}|\p{Me}|\p{Cc}/u

/**
 * The same text in GSM-7 only. Quotes and dashes become plain ones, letters outside the alphabet
 * lose their accent, other scripts become `?`; emoji go away with the space before them.
 * Rewriting table: DOMAIN.md § 4.1.
 */
export function gsmSafe(text: string): string {
  const withoutEmoji = text
    .normalize('NFC')
    .replace(/«[\s\u00a0\u202f]+/g, '"')
    .replace(/[\s\u00a0\u202f]+»/g, '"')
    .replace(
      /[^\S\n]?(?:\p{Extended_Pictographic}|\p{Regional_Indicator})(?:\p{Emoji_Modifier}|\ufe0f|\u20e3|\u200d)*/gu,
      (match) => (isGsm7(match) ? match : ''),
    )
  return Array.from(withoutEmoji, safeCharacter).join('')
}

/** Whether every character is in the basic table or its extension. */
export function isGsm7(text: string): boolean {
  return Array.from(text).every((character) => basic.has(character) || extension.has(character))
}

export type Segments = {
  readonly encoding: 'GSM-7' | 'UCS-2'
  /** Septets, or UTF-16 units. */
  readonly units: number
  /** Parts billed: at least 1, even for an empty text. */
  readonly segments: number
}

/** What sending `text` as it stands costs: 160 then 153 units a part in GSM-7, 70 then 67 in UCS-2. */
export function segments(text: string): Segments {
  const encoding = isGsm7(text) ? 'GSM-7' : 'UCS-2'
  const [single, part] = encoding === 'GSM-7' ? [160, 153] : [70, 67]
  const units = unitsOf(text)
  return { encoding, units, segments: units <= single ? 1 : Math.ceil(units / part) }
}

/**
 * Cuts at spaces so that no part exceeds `maxUnits` (at least 2). Only a word longer than a part
 * is cut inside. Spaces around a cut are dropped; empty text gives no part.
 */
export function splitAtWords(text: string, maxUnits: number): string[] {
  const limit = Math.max(2, maxUnits)
  const parts: string[] = []
  let current = ''
  for (const piece of text.split(/(\s+)/).flatMap((word) => chop(word, limit))) {
    if (unitsOf(current + piece) <= limit) {
      current += piece
      continue
    }
    parts.push(current.trim())
    current = piece.trimStart()
  }
  return [...parts, current.trim()].filter((part) => part !== '')
}

function unitsOf(text: string): number {
  if (!isGsm7(text)) return text.length
  return Array.from(text).reduce((sum, character) => sum + (extension.has(character) ? 2 : 1), 0)
}

function safeCharacter(character: string): string {
  if (isGsm7(character)) return character
  const replacement = rewritten[character]
  if (replacement !== undefined) return replacement
  if (/\s/u.test(character)) return ' '
  if (invisible.test(character) || emoji.test(character)) return ''
  const bare = character.normalize('NFKD').replace(/\p{M}/gu, '')
  return bare !== '' && isGsm7(bare) ? bare : '?'
}

function chop(word: string, limit: number): string[] {
  if (unitsOf(word) <= limit) return [word]
  const parts: string[] = []
  let current = ''
  for (const character of word) {
    if (current !== '' && unitsOf(current + character) > limit) {
      parts.push(current)
      current = ''
    }
    current += character
  }
  return [...parts, current]
}
