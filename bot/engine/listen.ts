import { headingOf } from '#bot/french/infinitive-to-noun.ts'
import { type FoundPeriod, findPeriods } from '#bot/french/periods.ts'
import { findRoles } from '#bot/french/roles.ts'
import type { FoundDeed } from '#bot/ports/skill-search.ts'
import { experienceKind, isUndeclared, trainingName } from '#bot/understanding/kind.ts'
import { place } from '#bot/understanding/place.ts'
import { tools } from '#bot/understanding/tools.ts'
import type { Deed, Experience, ExperienceKind } from '#portfolio/experience.ts'
import { type Field, known } from '#portfolio/field.ts'
import type { Period } from '#portfolio/period.ts'
import type { Quote } from '#portfolio/quote.ts'
import { type Heard, joined, quoteOf } from './heard.ts'
import type { Talk } from './talk.ts'

/** What one message says, whatever the question was. */
export type Facts = {
  readonly deeds: readonly Deed[]
  readonly kind: Field<ExperienceKind> | undefined
  readonly role: Field<string> | undefined
  readonly place: Field<string> | undefined
  readonly period: Experience['period'] | undefined
  readonly tools: Field<readonly string[]> | undefined
  readonly isUndeclared: boolean
  readonly calledAs: string | undefined
  /** A kind or a place of work is named as something lived: enough to talk about. */
  readonly frame: boolean
}

type Stretch = { readonly start: number; readonly end: number }

/** Hears the facts of a message. « mon frère faisait la plonge » holds none that are the speaker's. */
export function listen(talk: Talk, heard: Heard): Facts {
  const text = joined(heard.sources)
  const quote = (span: Stretch): Quote => quoteOf(heard.sources, span)
  const isOthers =
    heard.linked.none && /^(?:mon|ma|mes|son|sa|ses|il|elle|ils|elles)\s/iu.test(text.trim())
  const role = findRoles(text)[0]
  const where = isOthers ? undefined : placeIn(text, heard.linked.deeds)
  const times = isOthers ? [] : findPeriods(text, talk.world.now)
  const used = isOthers ? [] : tools(text)
  const kind = kindOf(text, where?.name ?? role?.role)
  return {
    deeds: heard.linked.deeds.filter(isConcrete).map((deed) => {
      const words = bare(deed, where?.span, times)
      return { id: talk.world.nextId(), words, heading: headingOf(words), quote: quote(deed) }
    }),
    kind,
    role: role && known(role.role, [quote(role)]),
    place: where && known(where.name, [quote(where.span)]),
    period: periodOf(times, quote, heard.linked.deeds.length),
    tools: used.length ? known(used) : undefined,
    isUndeclared: isUndeclared(text),
    calledAs: isOthers ? undefined : trainingName(text),
    frame: !isOthers && namesFrame(text, kind),
  }
}

/** Whether the words before a span say that somebody is there: « à la », « chez », « dans un ». */
export function isWhere(text: string, { start }: Stretch): boolean {
  const before = text.slice(0, start)
  return /(?:^|\s)(?:[àao]|au|aux|chez|d[st]|dans|pour|avec|en)\s+(?:la |le |les |l['’]|une? |mon |ma )?$/iu.test(
    before,
  )
}

/** A shop inside a deed is a place only when somebody is there: « des meubles Ikea » is furniture. */
function placeIn(text: string, deeds: readonly FoundDeed[]) {
  const found = place(text)
  if (!found) return undefined
  const isInDeed = deeds.some((deed) => isWithin(found.span, deed))
  const opensWithWhere = /^(?:[àao]|au|aux|chez|dans|ds|en)\s/iu.test(text.slice(found.span.start))
  return !isInDeed || opensWithWhere || isWhere(text, found.span) ? found : undefined
}

/** Housework in a hotel is a job: a place or a trade outside of the family says so. */
function kindOf(text: string, whereOrRole: string | undefined): Field<ExperienceKind> | undefined {
  const kind = experienceKind(text)
  const isElsewhere = kind === 'family' && whereOrRole !== undefined && !/famil/.test(whereOrRole)
  return kind && !isElsewhere ? known(kind) : undefined
}

/** « un stage de mécanique », « foot »; not « jamais eu de stage », « je cherche un stage », « un stage ? ». */
function namesFrame(text: string, kind: Facts['kind']): boolean {
  const isSaid =
    kind?.state === 'known' && !/\?\s*$/.test(text) && !/^\S* ?seule?$/.test(text.trim())
  return isSaid && !notLived.test(text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase())
}

const notLived =
  /(?:^|[\s'’])(?:pas?|jamais|aucune?|rien|cherch\w*|veux|veu|voudrais?|aimerais?|trouver|envie|besoin)(?:\s|$)/

/** Too vague for any line: a counsellor could not sign « gérer ». */
const vague =
  /^(?:gérer|aider|travailler|bosser|faire|commencer|finir|rester|venir|aller|apprendre(?: .*)?|aider (?:mon|ma|mes|sa|son|ses|la famille|les gens|les autres|tout le monde)(?: [\p{L}-]+){0,2}|faire (?:du |le |un |des |de l['’])?(?:bénévolat|volontariat|service civique|stages?|intérim)(?: .*)?|aider à l['’]école|aider à la (?:mosquée|paroisse|maison|boutique|ferme)|aider (?:au|à l['’]) ?(?:église|temple|asso|association|école|centre|club|magasin|resto|restaurant))$/u

function isConcrete({ words }: FoundDeed): boolean {
  return !vague.test(words)
}

/** The deed without where and when, which the line names apart. */
function bare(deed: FoundDeed, where: Stretch | undefined, times: readonly FoundPeriod[]): string {
  const words =
    where && isWithin(where, deed)
      ? cut(deed.words, / (?:au|aux|à la|à l['’]|chez|dans|sur) .*$/)
      : deed.words
  return times.some((time) => touches(time.span, deed)) ? cut(words, whenWords) : words
}

const named =
  'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|été|hiver|printemps|automne|ans?(?![\\p{L}])|année|mois|semaines?|jours?|matins?|midis?|soirs?|soirée|nuits?|week|lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?|vacances'
/** Where the words of a deed begin to say when. */
const whenWords = new RegExp(
  ` (?:(?:en|pendant|depuis|durant|du|entre|il y a|l['’]an|tous les|tout les|de) (?:le |la |les |l['’])?(?:\\d|une? |deux |trois |quatre |cinq |six |${named})|(?:en |pendant |depuis |de )?(?:cet|cette|chaque|toutes les|tous les|tout les|l['’]|le|la|les) ?(?:${named}))[^,]*$`,
  'u',
)

/** « et le soir on nettoyait »: when one thing was done, not when the whole was. */
const partOfDay = /^(?:le |la |l['’])?(?:matin|midi|soir|nuit|après-midi)/

/** « 3 mois au McDo en 2024 » is one period; « des fois » beside a date adds nothing to it. */
function periodOf(
  times: readonly FoundPeriod[],
  quote: (span: Stretch) => Quote,
  deeds: number,
): Facts['period'] {
  if (!times.length) return undefined
  const whole: Period = Object.assign({}, ...times.map((time) => time.period).reverse())
  const { frequency, ...rest } = whole
  const isOfOneDeed = deeds > 1 && (whole.from || whole.duration) && partOfDay.test(frequency ?? '')
  const period = (whole.from && frequency === 'ponctuellement') || isOfOneDeed ? rest : whole
  return known(
    period,
    times.map((time) => quote(time.span)),
  )
}

function cut(words: string, end: RegExp): string {
  const short = words.replace(end, '')
  return short.includes(' ') ? short : words
}

function touches(one: Stretch, other: Stretch): boolean {
  return one.start < other.end && one.end > other.start
}

function isWithin(inner: Stretch, outer: Stretch): boolean {
  return inner.start >= outer.start && inner.end <= outer.end
}
