import { measured } from '../report/figures.ts'
import type { Table } from '../report/table.ts'
import { type Answered, measures } from './measures.ts'

type Group = { readonly name: string; readonly answered: readonly Answered[] }

/**
 * Three tables: all items (beside what was answered without our phrases), by register, by kind; each
 * figure with its 95 % interval.
 */
export function scoreTables(
  answered: readonly Answered[],
  withoutPhrases: readonly Answered[] = [],
): readonly Table[] {
  const spoken = answered.filter(({ item }) => item.kind !== 'none')
  return [
    scoreTable('All items', [
      { name: 'all', answered },
      ...(withoutPhrases.length > 0
        ? [{ name: 'without our phrases', answered: withoutPhrases }]
        : []),
    ]),
    scoreTable(
      'By register',
      groupsOf(answered, ({ item }) => item.register),
    ),
    scoreTable(
      'By kind of experience',
      groupsOf(spoken, ({ item }) => item.kind),
    ),
  ]
}

/** In the order of size, the largest first. */
function groupsOf(answered: readonly Answered[], nameOf: (one: Answered) => string): Group[] {
  return [...Map.groupBy(answered, nameOf)]
    .map(([name, members]) => ({ name, answered: members }))
    .sort((a, b) => b.answered.length - a.answered.length || a.name.localeCompare(b.name))
}

/** One column per group, one line per measure. */
export function scoreTable(title: string, groups: readonly Group[]): Table {
  return {
    title,
    columns: ['measure', ...groups.map(({ name, answered }) => `${name} (${answered.length})`)],
    rows: measures.map(({ name, of }) => [
      name,
      ...groups.map(({ answered }) => measured(answered.map(of))),
    ]),
  }
}
