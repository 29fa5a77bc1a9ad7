/** One table of figures, ready to be shown; cells are text. */
export type Table = {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** What one command measured. `notes` say on what, and what to hold against the figures. */
export type Section = {
  /** Names the markers in the README. */
  readonly name: string
  readonly command: string
  readonly tables: readonly Table[]
  readonly notes: readonly string[]
}

/** Something that is not in the repository and was not found: said aloud, never passed over. */
export type Absent = { readonly absent: string }

export function toTerminal({ command, tables, notes }: Section): string {
  return [`## ${command}`, ...tables.map(columnsOf), ...notes.map((note) => `- ${note}`), ''].join(
    '\n\n',
  )
}

export function toMarkdown({ command, tables, notes }: Section, date: Date): string {
  return [
    `\`${command}\`, ${date.toISOString().slice(0, 10)}.`,
    ...tables.map(markdownOf),
    notes.map((note) => `- ${note}`).join('\n'),
  ].join('\n\n')
}

function columnsOf({ title, columns, rows }: Table): string {
  const widths = columns.map((name, place) =>
    Math.max(name.length, ...rows.map((row) => row[place]?.length ?? 0)),
  )
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, place) =>
        place === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[place] ?? 0),
      )
      .join('  ')
      .trimEnd()
  const rule = widths.map((width) => '─'.repeat(width)).join('  ')
  return [title, line(columns), rule, ...rows.map(line)].join('\n')
}

function markdownOf({ title, columns, rows }: Table): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  const rule = columns.map((_, place) => (place === 0 ? '---' : '--:'))
  return [`**${title}**`, '', line(columns), line(rule), ...rows.map(line)].join('\n')
}
