import { expect, test } from 'vitest'
import { place } from './place.ts'

test.each([
  ['jfesé la plonge o resto de mon oncle', 'restaurant familial'],
  ['au restaurant de ma tante', 'restaurant familial'],
  ['le garage de mon père', 'garage familial'],
  ["l'épicerie de mes parents", 'épicerie familiale'],
  ['la boulangerie de mon cousin', 'boulangerie familiale'],
  ['mon oncle il a un resto', 'restaurant familial'],
  ['ma tante a un salon', 'salon de coiffure familial'],
  ['la ferme de mon papi', 'exploitation agricole familiale'],
  ['dans la boutique de ma mère', 'commerce familial'],
  ['chez Lidl', 'Lidl'],
  ['ché lidl', 'Lidl'],
  ['jbossais a carrefour', 'Carrefour'],
  ['carouf', 'Carrefour'],
  ['a macdo', 'McDonald’s'],
  ['mc do', 'McDonald’s'],
  ['au bk', 'Burger King'],
  ['c t quick', 'Quick'],
  ['chez quick', 'Quick'],
  ['chez action', 'Action'],
  ['aux restos du coeur', 'Restos du Cœur'],
  ['bénévole croix rouge', 'Croix-Rouge'],
  ['chez decat ou décathlon', 'Decathlon'],
  ['amazon', 'Amazon'],
  ['livreur uber eats', 'Uber Eats'],
  ['intermarché', 'Intermarché'],
  ['chez leclerc', 'E.Leclerc'],
  ['chez h&m', 'H&M'],
  ['à la crèche municipale', 'crèche municipale'],
  ['dans une creche', 'crèche'],
  ['au marché', 'marché'],
  ['o marché le dimanche', 'marché'],
  ['dans un ehpad', 'EHPAD'],
  ["a l'hopital", 'hôpital'],
  ['dans une boulangerie', 'boulangerie'],
  ['au centre aéré', 'centre de loisirs'],
  ['en usine', 'usine'],
  ['dans un entrepot', 'entrepôt'],
  ['sur un chantier', 'chantier'],
  ['au club de foot', 'club de football'],
  ['dans un resto', 'restaurant'],
  ['chez Dupont', 'Dupont'],
  ['chez Martin Transports', 'Martin Transports'],
  ['chez moi', undefined],
  ['chez ma tante', undefined],
  ['sa marche', undefined],
  ['ça marche', undefined],
  ['je sais pas', undefined],
  ['vite fait', undefined],
  ['par action', undefined],
  ["mon but c'est travailler", undefined],
  ['', undefined],
])('%j was at %s', (text, name) => {
  expect(place(text)?.name).toBe(name)
})

test('the span quotes the verbatim', () => {
  const text = 'Élodie et moi, on bossait À LA CRÈCHE municipale 😊'
  const span = place(text)?.span
  expect(span && text.slice(span.start, span.end)).toBe(span?.text)
  expect(span?.text).toBe('CRÈCHE municipale')
})
