import { describe, expect, test } from 'vitest'
import type { SkillIndex } from './skill-index.ts'
import { aQuery, indexed, someSurfaces } from './surface.fixture.ts'

/** What every `SkillIndex` promises. `open` gives an empty one. */
export const skillIndexContract = (name: string, open: () => Promise<SkillIndex>): void => {
  const filled = async () => {
    const index = await open()
    await index.replace('version-one', await indexed())
    return index
  }
  const codes = async (index: SkillIndex, ...texts: string[]) => {
    const hits = await index.search(await Promise.all(texts.map((text) => aQuery(text))))
    return hits.map((list) => list.map(({ surface }) => surface.code))
  }

  describe(`${name} keeps the promises of a skill index`, () => {
    test('the nearest wording comes first, and what shares nothing does not come', async () => {
      const [hits] = await codes(await filled(), 'bols')
      expect([...(hits ?? [])].sort()).toEqual(['905', '906'])
      const [[first] = []] = await codes(await filled(), 'rincer les bols')
      expect(first).toBe('905')
    })

    test('several questions are answered in their order', async () => {
      const answers = await codes(await filled(), 'plier les nappes', 'arroser les salades')
      expect(answers.map(([first]) => first)).toEqual(['904', '902'])
    })

    test('a search for jobs finds no skill', async () => {
      const index = await filled()
      const [hits] = await index.search([await aQuery('nappes', { kind: 'job' })])
      expect(hits?.map(({ surface }) => surface)).toEqual([someSurfaces()[4]])
    })

    test('no more hits come than asked for', async () => {
      const index = await filled()
      const [hits] = await index.search([await aQuery('bols', { limit: 1 })])
      expect(hits).toHaveLength(1)
    })

    test('the same words score 1, others between 0 and 1', async () => {
      const index = await filled()
      const [hits = []] = await index.search([await aQuery('Rincer des bols')])
      expect(hits[0]?.score).toBeCloseTo(1, 3)
      expect(hits[1]?.score).toBeGreaterThan(0)
      expect(hits[1]?.score).toBeLessThan(1)
    })

    test('a meaning is found without a common word', async () => {
      const index = await filled()
      const [hits = []] = await index.search([await aQuery('laver', { meaning: true })])
      expect(
        hits
          .slice(0, 2)
          .map(({ surface }) => surface.code)
          .sort(),
      ).toEqual(['902', '905'])
    })

    test('a question without words has no answer, and no question no answers', async () => {
      const index = await filled()
      expect(await codes(index, '🙂')).toEqual([[]])
      expect(await index.search([])).toEqual([])
    })

    test('a version replaces the last as a whole', async () => {
      const index = await filled()
      expect(await index.holds('version-one')).toBe(true)
      expect(await index.holds('version-two')).toBe(false)
      await index.replace('version-two', await indexed(someSurfaces().slice(0, 2)))
      expect(await index.holds('version-one')).toBe(false)
      expect(await index.holds('version-two')).toBe(true)
      const [bowls, cloths] = await codes(index, 'bols', 'nappes')
      expect(bowls).toEqual([])
      expect(cloths?.[0]).toBe('904')
    })

    test('an index nobody filled holds nothing', async () => {
      const index = await open()
      expect(await index.holds('version-one')).toBe(false)
    })
  })
}
