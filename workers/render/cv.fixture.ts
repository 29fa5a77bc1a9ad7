import type { Cv } from '#portfolio/cv.ts'
import type { Level } from '#portfolio/skill.ts'

const told: readonly [string, string, string, readonly string[]][] = [
  [
    'Serveuse',
    'restaurant familial, Nantes',
    'été 2026, 2 mois',
    ['Plonge', 'Service en salle', 'Prise de commandes', 'Encaissement', '30 couverts par soir'],
  ],
  [
    'Garde d’enfants',
    'dans la famille',
    'depuis mars 2024, le week-end',
    ['Accompagnement à l’école', 'Préparation de repas : goûters, dîners', 'Aide aux devoirs'],
  ],
  [
    'Stagiaire en boulangerie',
    'Boulangerie Le Fournil, Rezé',
    'février 2025',
    ['Pesée et pétrissage', 'Façonnage de viennoiseries', 'Nettoyage du laboratoire'],
  ],
  ['Bénévole', 'Secours populaire', '2023 – 2025', ['Tri de vêtements', 'Accueil du public']],
  ['Montage de meubles', 'chez des voisins', 'ponctuellement', ['Lecture de plans', 'Perçage']],
  ['Vente sur marché', 'marché de Talensac', 'automne 2025', ['Mise en rayon', 'Conseil client']],
  [
    'Entraînement de football',
    'club de quartier',
    'depuis 2022',
    ['Animation d’un groupe', 'Arbitrage'],
  ],
  ['Réparation de vélos', '', '', ['Changement de chambres à air', 'Réglage de freins']],
]

const abilities: readonly [string, Level | undefined][] = [
  ['Encaissement', 2],
  ['Prise de commandes', 3],
  ['Service en salle', 2],
  ['Aide aux devoirs', 4],
  ['Accueil du public', 2],
  ['Façonnage de viennoiseries', 1],
  ['Lecture de plans', undefined],
  ['Animation d’un groupe', 3],
]

/** A CV with that many experiences; beyond eight they repeat. */
export function aCv(experiences: number, over: Partial<Cv> = {}): Cv {
  return {
    name: 'Inès Łukasz-Nuñez Çœur',
    contact: { phone: '+33612345678', email: 'ines.nunez@exemple.fr', town: 'Nantes' },
    experiences: Array.from({ length: experiences }, (_, i) => {
      const [heading = '', place = '', period = '', actions = []] = told[i % told.length] ?? []
      return { heading, place, period, actions }
    }),
    skills: abilities
      .slice(0, Math.min(abilities.length, 1 + experiences * 2))
      .map(([label, level]) => ({ label, ...(level && { level }) })),
    ...over,
  }
}
