const day = 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche'

/**
 * How often, as patterns on plain lower-case French and the words of a CV. School years stay words
 * too: « en 3e » is no date until somebody says which year.
 */
export const frequencyPatterns: readonly (readonly [string, (match: RegExpExecArray) => string])[] =
  [
    [
      '(\\d+|deux|trois|quatre|une?) ?(?:x|fois) par (jour|semaine|mois|an)',
      (m) => `${numeral(m[1])} fois par ${m[2]}`,
    ],
    [
      '(\\d+|deux|trois|quatre|un) (jours?|soirs?|matins?|heures?) par (jour|semaine|mois)',
      (m) => `${numeral(m[1])} ${m[2]} par ${m[3]}`,
    ],
    [
      `\\b(?:tous|tout|toutes) les (jours|soirs|matins|week-ends|mois|ans|étés|semaines|${day.replaceAll('|', 's|')}s)(?![\\p{L}])`,
      (m) => `${m[1] === 'semaines' ? 'toutes' : 'tous'} les ${m[1]}`,
    ],
    [
      `\\bchaque (jour|soir|matin|week-end|mois|année|été|semaine|${day})(?![\\p{L}])`,
      (m) => `chaque ${m[1]}`,
    ],
    ['\\b(?:le|les|ce|du|au)? ?week-ends?\\b', () => 'le week-end'],
    [
      `\\bles? (${day})s?( soir| matin| après-midi)?\\b(?! dernier| \\d)`,
      (m) => `le ${m[1]}${m[2] ?? ''}`,
    ],
    [
      '\\b(?:pendant|durant) les (petites |grandes )?vacances\\b|\\b(?:aux|les|toutes les) (petites |grandes )?vacances\\b',
      () => 'pendant les vacances',
    ],
    ["\\b(?:pendant |durant )?l'(été|hiver)(?![\\p{L}])(?! dernier)", (m) => `l’${m[1]}`],
    ['\\b(?:le|les) (soir|matin|midi)s?\\b', (m) => `le ${m[1]}`],
    ['\\bla nuit\\b', () => 'la nuit'],
    [
      "\\b(?:parfois|des fois|quelquefois|de temps en temps|à l'occasion|ponctuellement|occasionnellement|rarement|pas souvent)\\b",
      () => 'ponctuellement',
    ],
    ['\\b(?:souvent|régulièrement|tout le temps|toujours)\\b', () => 'régulièrement'],
    [
      '\\b(?:en|de|classe de|stage de) (?:classe de )?(6|5|4|3)(?:e|ème|eme)(?![\\p{L}])',
      (m) => `en classe de ${m[1]}e`,
    ],
    [
      '\\b(?:en|de|classe de|stage de) (?:classe de )?(cinquième|sixième|quatrième|troisième|seconde|2nde|première|1[èe]re|terminale)(?![\\p{L}])',
      (m) => `en classe de ${schoolYear(m[1])}`,
    ],
    ['\\bau (collège|lycée)(?![\\p{L}])', (m) => `au ${m[1]}`],
  ]

const schoolYears: Readonly<Record<string, string>> = {
  sixième: '6e',
  cinquième: '5e',
  quatrième: '4e',
  troisième: '3e',
  '2nde': 'seconde',
  '1ère': 'première',
  '1ere': 'première',
}

function schoolYear(said = ''): string {
  return schoolYears[said] ?? said
}

function numeral(said = ''): string {
  return { un: '1', une: '1', deux: '2', trois: '3', quatre: '4' }[said] ?? said
}
