import type { NavLink } from '../layout.ts'

export const spaceNav: readonly NavLink[] = [
  { href: '/moi#cv', label: 'Mon CV' },
  { href: '/moi#experiences', label: 'Ce que j’ai dit' },
  { href: '/moi#acces', label: 'Qui a lu' },
  { href: '/moi#donnees', label: 'Mes données' },
]
