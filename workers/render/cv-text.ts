import type { Cv } from '#portfolio/cv.ts'
import { printedCv } from './printed-cv.ts'

const width = 80

/** The CV as plain text of at most 80 columns: for forms that take nothing else, and to copy. */
export function cvText(cv: Cv): string {
  const { name, contact, experiences, skills } = printedCv(cv)
  const parts = [
    [...wrap(name.toLocaleUpperCase('fr')), ...wrap(contact.join(' · '))],
    ...titled(
      'EXPÉRIENCES',
      experiences.map(({ heading, place, period, actions }) => [
        ...wrap(heading),
        ...wrap([place, period].filter(Boolean).join(' · ')),
        ...actions.flatMap((action) => wrap(action, '- ')),
      ]),
    ),
    ...titled('COMPÉTENCES', [
      skills.flatMap(({ label, level }) => wrap(level ? `${label} (${level})` : label, '- ')),
    ]),
  ]
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

/** A part without content has no title either. */
function titled(title: string, parts: readonly (readonly string[])[]): (readonly string[])[] {
  const [first, ...others] = parts.filter((lines) => lines.length > 0)
  return first ? [[title, '-'.repeat(title.length), '', ...first], ...others] : []
}

/** Lines of at most 80 signs, broken at ordinary spaces; the first begins with `mark`. */
function wrap(words: string, mark = ''): string[] {
  const room = width - mark.length
  const lines: string[] = []
  let line = ''
  for (const word of words.split(' ').flatMap((whole) => cut(whole, room))) {
    if (line && line.length + 1 + word.length > room) {
      lines.push(line)
      line = word
    } else line = line ? `${line} ${word}` : word
  }
  if (line) lines.push(line)
  return lines.map((one, i) => (i === 0 ? mark : ' '.repeat(mark.length)) + one)
}

function cut(word: string, room: number): string[] {
  const signs = [...word]
  if (signs.length <= room) return word ? [word] : []
  return [signs.slice(0, room).join(''), ...cut(signs.slice(room).join(''), room)]
}
