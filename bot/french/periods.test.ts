import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { periodLabel } from '#portfolio/period.ts'
import { findPeriods } from './periods.ts'

const today = new Date(2026, 10, 22)
const found = (raw: string) => findPeriods(raw, today).map(({ period }) => period)
const on = (year: number, month?: number) => {
  const moment = month === undefined ? { year } : { year, month }
  return { from: moment, to: moment }
}
const summer = (year: number) => ({ from: { year, season: 'été' }, to: { year, season: 'été' } })
const lasting = (count: number, unit: string) => ({ duration: { count, unit } })

describe('when it was, told on 22 November 2026', () => {
  test.each([
    ['jai fait un stage de 2 semaines', [lasting(2, 'semaine')]],
    ['un stage de trois mois', [lasting(3, 'mois')]],
    ['un enfant de 2 ans', []],
    ['2 mois cet été', [{ ...lasting(2, 'mois'), ...summer(2026) }]],
    ['lété dernier', [summer(2026)]],
    ["l'été dernier", [summer(2026)]],
    ['été 2025', [summer(2025)]],
    ['en été 2024', [summer(2024)]],
    ['cet hiver', [{ from: { year: 2025, season: 'hiver' }, to: { year: 2025, season: 'hiver' } }]],
    ['de mars à juin', [{ from: { year: 2026, month: 3 }, to: { year: 2026, month: 6 } }]],
    ['de mars a juin 2024', [{ from: { year: 2024, month: 3 }, to: { year: 2024, month: 6 } }]],
    ['de septembre à juin', [{ from: { year: 2025, month: 9 }, to: { year: 2026, month: 6 } }]],
    [
      'de septembre 2022 à mai 2023',
      [{ from: { year: 2022, month: 9 }, to: { year: 2023, month: 5 } }],
    ],
    [
      'du 15 aout au 20 septembre 2025',
      [{ from: { year: 2025, month: 8 }, to: { year: 2025, month: 9 } }],
    ],
    ['du 3 au 15 juillet 2024', [{ from: { year: 2024, month: 7 }, to: { year: 2024, month: 7 } }]],
    ['entre janvier et mars', [{ from: { year: 2026, month: 1 }, to: { year: 2026, month: 3 } }]],
    ['en 2023', [on(2023)]],
    ['2021-2023', [{ from: { year: 2021 }, to: { year: 2023 } }]],
    ['de 2020 à 2022', [{ from: { year: 2020 }, to: { year: 2022 } }]],
    ['juin 2024', [on(2024, 6)]],
    ['en juin', [on(2026, 6)]],
    ['en décembre', [on(2025, 12)]],
    ['en fevrier', [on(2026, 2)]],
    ['mars dernier', [on(2026, 3)]],
    ["l'an dernier", [on(2025)]],
    ["l'année dernière", [on(2025)]],
    ['lannée derniere', [on(2025)]],
    ['cette année', [on(2026)]],
    ["y'a 2 ans", [on(2024)]],
    ['il y a 3 ans', [on(2023)]],
    ['ya 3 mois', [on(2026, 8)]],
    ['il y a 2 semaines', [on(2026, 11)]],
    ['depuis 1 an', [{ from: { year: 2025 }, isOngoing: true }]],
    ['dps 2 ans', [{ from: { year: 2024 }, isOngoing: true }]],
    ['depuis mars', [{ from: { year: 2026, month: 3 }, isOngoing: true }]],
    ['depuis septembre 2024', [{ from: { year: 2024, month: 9 }, isOngoing: true }]],
    ['depuis 2022', [{ from: { year: 2022 }, isOngoing: true }]],
    ['depuis 6 mois', [{ from: { year: 2026, month: 5 }, isOngoing: true }]],
    ["depuis l'été", [{ from: { year: 2026, season: 'été' }, isOngoing: true }]],
    ["jusqu'en 2020", [{ to: { year: 2020 } }]],
    ["jusqu'en juin", [{ to: { year: 2026, month: 6 } }]],
    ['pdt 6 moi', [lasting(6, 'mois')]],
    ['2 semaines', [lasting(2, 'semaine')]],
    ['2 sem', [lasting(2, 'semaine')]],
    ['une semaine', [lasting(1, 'semaine')]],
    ['un an', [lasting(1, 'an')]],
    ['6 ans de boxe', [lasting(6, 'an')]],
    ['10j', [lasting(10, 'jour')]],
    ['trois jours', [lasting(3, 'jour')]],
    ['6 mois en 2022', [{ ...lasting(6, 'mois'), ...on(2022) }]],
    ['parfois', [{ frequency: 'ponctuellement' }]],
    ['des foi', [{ frequency: 'ponctuellement' }]],
    ['de temps en temps', [{ frequency: 'ponctuellement' }]],
    ['souvent', [{ frequency: 'régulièrement' }]],
    ['le week-end', [{ frequency: 'le week-end' }]],
    ['le weekend', [{ frequency: 'le week-end' }]],
    ['le samedi', [{ frequency: 'le samedi' }]],
    ['le samdi', [{ frequency: 'le samedi' }]],
    ['le samedi matin', [{ frequency: 'le samedi matin' }]],
    ['tous les jours', [{ frequency: 'tous les jours' }]],
    ['ts les jours', [{ frequency: 'tous les jours' }]],
    ['tous les mercredis', [{ frequency: 'tous les mercredis' }]],
    ['chaque été', [{ frequency: 'chaque été' }]],
    ['2 fois par semaine', [{ frequency: '2 fois par semaine' }]],
    ['4x par semaine', [{ frequency: '4 fois par semaine' }]],
    ['2 soirs par semaine', [{ frequency: '2 soirs par semaine' }]],
    ['pendant les vacances', [{ frequency: 'pendant les vacances' }]],
    ['le soir', [{ frequency: 'le soir' }]],
    ["l'été je nettoie les piscines", [{ frequency: 'l’été' }]],
    ['en 3e', [{ frequency: 'en classe de 3e' }]],
    ['stage de 3e', [{ frequency: 'en classe de 3e' }]],
    ['en terminale', [{ frequency: 'en classe de terminale' }]],
    ['au lycée', [{ frequency: 'au lycée' }]],
    ['3 mois en 2024 puis en 2025', [{ ...lasting(3, 'mois'), ...on(2024) }, on(2025)]],
  ])('« %s »', (raw, periods) => {
    expect(found(raw)).toEqual(periods)
  })

  test.each([
    'en 2031',
    'été 2027',
    'mars 2027',
    "j'ai 19 ans",
    'à 16 ans',
    'un enfant de 3 ans',
    '6-8 ans',
    'dans 2 mois',
    "l'été prochain",
    "l'année prochaine",
    'de 2024 à 2022',
    'mais oui',
    '120 colis par jour',
    'salut',
    '0 mois',
  ])('« %s » says no period', (raw) => {
    expect(found(raw)).toEqual([])
  })

  test('the words are quoted as typed', () => {
    expect(
      findPeriods('g taffé 3 moi o mcdo lété dernier', today).map(({ span }) => span.text),
    ).toEqual(['3 moi', 'lété dernier'])
  })

  test('a period reads well on a CV', () => {
    expect(found('2 mois cet été').map(periodLabel)).toEqual(['été 2026, 2 mois'])
  })

  test('in July, the last summer is the one of the year, and « en novembre » was the year before', () => {
    const july = new Date(2026, 6, 3)
    expect(findPeriods('en novembre', july)[0]?.period).toEqual(on(2025, 11))
  })

  test('whatever numbers are typed, nothing is in the future', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2100 }),
        fc.constantFrom('en', 'depuis', 'juin', 'été', 'jusqu’en'),
        (number, word) => {
          for (const { from, to } of found(`${word} ${number}`)) {
            expect(from?.year ?? 0).toBeLessThanOrEqual(2026)
            expect(to?.year ?? 0).toBeLessThanOrEqual(2026)
          }
        },
      ),
    )
  })
})
