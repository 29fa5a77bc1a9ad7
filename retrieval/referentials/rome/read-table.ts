import { parse } from 'csv-parse/sync'
import { BadReferential } from '../referential.ts'

/** One line of an official table: the wanted columns, trimmed, doubled apostrophes undone. */
export type Row<Column extends string> = Readonly<Record<Column, string>>

/** Says why a line is wrong, in French, or nothing. */
export type Check<Column extends string> = (row: Row<Column>) => string | undefined

/**
 * Lines of a comma-separated table of ROME. Every line must have all the columns of the header and
 * pass `check`; the first ten wrong lines are named together.
 */
export const readTable = <Column extends string>(
  name: string,
  text: string,
  columns: readonly Column[],
  check: Check<Column>,
): readonly Row<Column>[] => {
  const [header, ...lines] = parseLines(name, text)
  const places = columns.map((column) => (header ?? []).indexOf(column))
  const absent = columns.filter((_, index) => places[index] === -1)
  if (absent.length > 0)
    throw new BadReferential(`${name} : colonne absente : ${absent.join(', ')}.`)

  const wrong: string[] = []
  const rows = lines.map((line, index) => {
    const row = pick(columns, places, line)
    const problem = check(row)
    if (problem !== undefined) wrong.push(`ligne ${index + 2} : ${problem}`)
    return row
  })
  if (rows.length === 0) wrong.push('aucune ligne')
  if (wrong.length > 0) throw new BadReferential(`${name} : ${summary(wrong)}`)
  return rows
}

const parseLines = (name: string, text: string): string[][] => {
  try {
    return parse(text, { bom: true, skip_empty_lines: true })
  } catch (cause) {
    throw new BadReferential(`${name} : le fichier est abîmé ou coupé.`, { cause })
  }
}

const pick = <Column extends string>(
  columns: readonly Column[],
  places: readonly number[],
  line: readonly string[],
): Row<Column> => {
  const entries = columns.map((column, index) => [column, clean(line[places[index] ?? -1] ?? '')])
  return Object.fromEntries(entries) as Row<Column>
}

/** The publisher doubles apostrophes in some texts (`l''entretien`), as SQL does. */
const clean = (value: string): string => value.replaceAll("''", "'").trim()

const summary = (wrong: readonly string[]): string => {
  const shown = wrong.slice(0, 10).join(' ; ')
  return wrong.length > 10 ? `${shown} ; et ${wrong.length - 10} autres.` : `${shown}.`
}
