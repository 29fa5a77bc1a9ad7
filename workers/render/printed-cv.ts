import type { Cv } from '#portfolio/cv.ts'
import type { Level } from '#portfolio/skill.ts'

/** A CV in the words of the page: all that PDF, HTML and plain text print, in the same order. */
export type PrintedCv = {
  /** « Inès Benali – CV » */
  readonly title: string
  /** Who the document is by; empty when no name was told. */
  readonly author: string
  readonly description: string
  readonly name: string
  /** « 06 12 34 56 78 », « ines@exemple.fr », « Nantes » */
  readonly contact: readonly string[]
  readonly experiences: readonly {
    readonly heading: string
    readonly place: string
    readonly period: string
    readonly actions: readonly string[]
  }[]
  /** `level` is empty when it was not told. */
  readonly skills: readonly { readonly label: string; readonly level: string }[]
}

const levels: Readonly<Record<Level, string>> = {
  1: 'avec de l’aide',
  2: 'en autonomie',
  3: 'en s’adaptant',
  4: 'peut transmettre',
}

export function printedCv({ name, contact, experiences, skills }: Cv): PrintedCv {
  const shown = plain(name) || 'Curriculum vitæ'
  const { phone, email, town } = contact
  return {
    title: plain(name) ? `${shown} – CV` : shown,
    author: plain(name),
    description: 'Curriculum vitæ : expériences et compétences',
    name: shown,
    contact: [
      phone && phoneInFrance(plain(phone)),
      email && plain(email),
      town && capital(plain(town)),
    ]
      .filter((part) => part !== undefined)
      .filter(Boolean),
    experiences: experiences.map(({ heading, place, period, actions }) => ({
      heading: capital(french(heading)),
      place: capital(french(place)),
      period: capital(french(period)),
      actions: actions.map((action) => capital(french(action))).filter(Boolean),
    })),
    skills: skills.map(({ label, level }) => ({
      label: capital(french(label)),
      level: level ? levels[level] : '',
    })),
  }
}

const narrow = '\u202F'
const fixed = '\u00A0'

/**
 * The spaces of French typography: a fixed one before « : », a narrow fixed one before « ; ! ? », and
 * fixed ones inside quotation marks; typewriter apostrophes become real ones. A sign inside a word,
 * a time or an address (« 10:30 », « https:// ») is left alone.
 */
export function french(words: string): string {
  return plain(words)
    .replaceAll("'", '’')
    .replace(/(?<=[^\s:;!?]) ?([;!?]+)(?=\s|$|[»)])/gu, `${narrow}$1`)
    .replace(/(?<=[^\s:;!?]) ?:(?=\s|$)/gu, `${fixed}:`)
    .replace(/« ?/gu, `«${fixed}`)
    .replace(/ ?»/gu, `${fixed}»`)
}

/** One line of visible signs that fonts have: controls, odd spaces and emoji out, composed letters in. */
function plain(words: string): string {
  return words
    .normalize('NFC')
    .replace(/(?![\d#*©®])\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200D|\uFE0F|\u20E3/gu, '')
    .replace(/[\p{Cc}\p{Cs}\p{Co}\u2028\u2029\s]+/gu, ' ')
    .replace(/[\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '')
    .trim()
}

function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase('fr') + words.slice(1)
}

function phoneInFrance(phone: string): string {
  const digits = /^(?:\+33|0)(\d{9})$/.exec(phone.replace(/[ .-]/g, ''))?.[1]
  return digits ? `0${digits}`.replace(/\d\d(?=\d)/g, `$&${fixed}`) : phone
}
