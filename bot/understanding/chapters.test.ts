import { expect, test } from 'vitest'
import { chapters } from './chapters.ts'

test.each<[string, readonly string[]]>([
  ['jai bossé chez lidl je faisais la caisse et je rangeais', ['jai bossé']],
  [
    'j’ai travaillé chez lidl je faisais la caisse après j’ai fait un stage chez un coiffeur je balayais',
    ['j’ai travaillé', 'après j’ai fait'],
  ],
  [
    'j’ai travaillé dans une boulangerie, je servais, et puis sinon j’étais bénévole aux Restos du Coeur, et aussi je garde les enfants de ma voisine',
    ['j’ai travaillé', 'et puis sinon j’étais', 'et aussi je garde'],
  ],
  ['jai bossé au quick. puis jai bossé chez lidl.', ['jai bossé', 'puis jai bossé']],
  [
    'jai bossé au kfc en 2024 je cuisais le poulet et sinon jaide ma grand mere tout les jours',
    ['jai bossé', 'et sinon jaide'],
  ],
  ['2 mois dans un hotel je faisais les chambres et aussi je faisais le ménage', ['2 mois']],
  ['j’ai fait un stage chez auchan et j’ai pas fait de bénévolat', ['j’ai fait']],
  ['j’ai 19 ans et j’ai travaillé chez lidl', ['j’ai 19']],
  ['jfesé la plonge o resto de mon oncle lété dernier pi des foi je servé en sal', ['jfesé la']],
  ['', ['']],
])('« %s » tells as many things as it names frames', (text, begins) => {
  const found = chapters(text)
  expect(
    found.map(({ start, end }, i) => text.slice(start, end).slice(0, begins[i]?.length)),
  ).toEqual(begins)
})
