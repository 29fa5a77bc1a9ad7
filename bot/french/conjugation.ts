import { readFileSync } from 'node:fs'

/** Which form of a verb: the tenses in which people tell what they do and did. */
export type Tense =
  | 'infinitive'
  | 'present'
  | 'imperfect'
  | 'participle'
  | 'gerund'
  | 'future'
  | 'conditional'

/** 1-3 singular, 4-6 plural (je, tu, il, nous, vous, ils); 0 when the form has no person. */
export type VerbForm = {
  readonly form: string
  readonly infinitive: string
  readonly tense: Tense
  readonly person: 0 | 1 | 2 | 3 | 4 | 5 | 6
}

type Stems = {
  readonly infinitive: string
  readonly je: string
  readonly il: string
  readonly nous: string
  readonly ils: string
  readonly participle: string
  readonly future: string
}

/**
 * Every form of the verbs of `verbs.tsv` (regular) and `irregular-verbs.tsv`, about 600 verbs met in
 * what young people tell. Spelling changes of the first group (« rangeais », « amène ») included.
 */
export const verbForms: readonly VerbForm[] = readVerbs().flatMap(conjugate)

const byForm = Map.groupBy(verbForms, ({ form }) => form)

/** What a plain French form may be: « sers » → servir, present, person 1 and 2. */
export function readingsOf(form: string): readonly VerbForm[] {
  return byForm.get(form) ?? []
}

/** The form of a verb, or `undefined` when the verb is not in the tables. */
export function conjugated(
  infinitive: string,
  tense: Tense,
  person: VerbForm['person'],
): string | undefined {
  return byVerb.get(infinitive)?.find((form) => form.tense === tense && form.person === person)
    ?.form
}

const byVerb = Map.groupBy(verbForms, ({ infinitive }) => infinitive)

function readVerbs(): Stems[] {
  const regular = rows('./verbs.tsv').flatMap((line) => line.split(' '))
  const irregular = rows('./irregular-verbs.tsv').map((line): Stems => {
    const [infinitive = '', je = '', il = '', nous = '', ils = '', participle = '', future = ''] =
      line.split('\t')
    return { infinitive, je, il, nous, ils, participle, future }
  })
  const known = new Set(irregular.map(({ infinitive }) => infinitive))
  return [...regular.filter((verb) => !known.has(verb)).map(regularStems), ...irregular]
}

function rows(file: string): string[] {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8')
  return text.trim().split('\n').slice(1)
}

function regularStems(infinitive: string): Stems {
  const stem = infinitive.slice(0, -2)
  if (infinitive.endsWith('ir')) {
    const future = `${infinitive}ai`
    return {
      infinitive,
      je: `${stem}is`,
      il: `${stem}it`,
      nous: `${stem}issons`,
      ils: `${stem}issent`,
      participle: `${stem}i`,
      future,
    }
  }
  const strong = strongStem(stem)
  const nous = stem.endsWith('g')
    ? `${stem}eons`
    : stem.endsWith('c')
      ? `${stem.slice(0, -1)}çons`
      : `${stem}ons`
  const future = /é[^aeiouyé]+$/.test(stem) ? `${infinitive}ai` : `${strong}erai`
  return {
    infinitive,
    je: `${strong}e`,
    il: `${strong}e`,
    nous,
    ils: `${strong}ent`,
    participle: `${stem}é`,
    future,
  }
}

/** Before a mute ending: nettoy- → nettoi-, amen- → amèn-, appel- → appell-, gér- → gèr-. */
function strongStem(stem: string): string {
  if (/[ou]y$/.test(stem)) return `${stem.slice(0, -1)}i`
  if (
    /(app|rapp|renouv|projet|ret?jet|^jet|étiquet|empaquet|ficel|martel)$|(?:jet|appel|nouvel|étiquet|empaquet)$/.test(
      stem,
    )
  )
    return `${stem}${stem.at(-1)}`
  const grave = stem.replace(/[eé]([^aeiouyéèêîâû]|ch|gn|qu|gu|tr|br|gr|gl)$/, 'è$1')
  return grave
}

function conjugate(stems: Stems): VerbForm[] {
  const { infinitive, je, il, nous, ils, participle, future } = stems
  const imperfect = infinitive === 'être' ? 'ét' : nous.slice(0, -3)
  const soft = imperfect.replace(/ge$/, 'g').replace(/ç$/, 'c')
  const tu = /[sx]$/.test(je) ? je : infinitive === 'avoir' ? 'as' : `${je}s`
  const conditional = future.slice(0, -2)
  const persons = (tense: Tense, forms: readonly string[]) =>
    forms.map((form, index) => ({ form, infinitive, tense, person: personOf(index) }))
  return [
    { form: infinitive, infinitive, tense: 'infinitive', person: 0 },
    ...persons('present', [je, tu, il, nous, infinitive === 'faire' ? 'faites' : `${soft}ez`, ils]),
    ...persons('imperfect', [
      `${imperfect}ais`,
      `${imperfect}ais`,
      `${imperfect}ait`,
      `${soft}ions`,
      `${soft}iez`,
      `${imperfect}aient`,
    ]),
    ...agreements(participle).map((form) => ({
      form,
      infinitive,
      tense: 'participle' as const,
      person: 0 as const,
    })),
    {
      form: `${infinitive === 'avoir' ? 'ay' : infinitive === 'savoir' ? 'sach' : imperfect}ant`,
      infinitive,
      tense: 'gerund',
      person: 0,
    },
    ...persons('future', [
      future,
      `${conditional}as`,
      `${conditional}a`,
      `${conditional}ons`,
      `${conditional}ez`,
      `${conditional}ont`,
    ]),
    ...persons('conditional', [
      `${conditional}ais`,
      `${conditional}ais`,
      `${conditional}ait`,
      `${conditional}ions`,
      `${conditional}iez`,
      `${conditional}aient`,
    ]),
  ]
}

function personOf(index: number): VerbForm['person'] {
  return ([1, 2, 3, 4, 5, 6] as const)[index] ?? 0
}

function agreements(participle: string): string[] {
  const bare = participle.replace('dû', 'du')
  const plural = participle.endsWith('s') ? [] : [`${bare}s`]
  return [participle, `${bare}e`, `${bare}es`, ...plural]
}
