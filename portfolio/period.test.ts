import { expect, test } from 'vitest'
import { type Period, periodLabel } from './period.ts'

test.each<[string, Period]>([
  ['été 2026', { from: { year: 2026, season: 'été' } }],
  ['2025', { from: { year: 2025 } }],
  ['mars 2025', { from: { year: 2025, month: 3 }, to: { year: 2025, month: 3 } }],
  ['mars – juin 2025', { from: { year: 2025, month: 3 }, to: { year: 2025, month: 6 } }],
  [
    'décembre 2025 – janvier 2026',
    { from: { year: 2025, month: 12 }, to: { year: 2026, month: 1 } },
  ],
  ['depuis janvier 2026', { from: { year: 2026, month: 1 }, isOngoing: true }],
  ['jusqu’à 2025', { to: { year: 2025 } }],
  ['2 mois', { duration: { count: 2, unit: 'mois' } }],
  ['1 an', { duration: { count: 1, unit: 'an' } }],
  ['2 ans', { duration: { count: 2, unit: 'an' } }],
  [
    'été 2026, 3 semaines',
    { from: { year: 2026, season: 'été' }, duration: { count: 3, unit: 'semaine' } },
  ],
  ['le week-end', { frequency: 'le week-end' }],
  ['', {}],
])('prints « %s »', (label, period) => {
  expect(periodLabel(period)).toBe(label)
})
