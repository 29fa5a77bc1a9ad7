import { readFileSync } from 'node:fs'
import { join } from 'node:path'

type Named = { readonly id: string; readonly text: string }

export type Melo = {
  /** ROME titles, both genders as published: « Accrocheur / Accrocheuse ». */
  readonly queries: readonly Named[]
  /** ESCO forms; the same words may come under several ids. */
  readonly corpus: readonly Named[]
  /** Ids of the right forms, by id of the query. */
  readonly right: ReadonlyMap<string, ReadonlySet<string>>
}

/** A folder of the MELO benchmark (Avature, RecSys-HR 2024): three tab-separated files, TREC qrels. */
export function readMelo(folder: string): Melo {
  const rows = (name: string): string[][] =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.split('\t'))
  const named = (name: string) => rows(name).map(([id = '', text = '']) => ({ id, text }))
  const right = new Map<string, Set<string>>()
  for (const [query = '', , form = '', grade] of rows('annotations.tsv')) {
    if (Number(grade) < 1) continue
    right.set(query, (right.get(query) ?? new Set()).add(form))
  }
  return { queries: named('queries.tsv'), corpus: named('corpus_elements.tsv'), right }
}
