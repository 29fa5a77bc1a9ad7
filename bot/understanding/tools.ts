import { plain } from './plain.ts'

/**
 * The tools, machines and software named in a message, in the words of a CV, each once, in the
 * order of the list. Bounded: one search per entry.
 */
export function tools(text: string): string[] {
  const said = ` ${plain(text)} `
  return known.filter(({ pattern }) => pattern.test(said)).map(({ name }) => name)
}

/** Name for the CV, then the spellings that are not the name itself. */
const list = `
caisse: caisse|la kesse|kesse|en caisse|caisse enregistreuse|caisse tactile
terminal de paiement: tpe|terminal de paiement|machine a carte|terminal cb
douchette: douchette|scanette|scannette|pistolet scan|scan|scanner|scanneur
transpalette: transpalette|transpalettes|tire palette|tire pal|trans palette|transpal|transpalet
chariot élévateur: fenwick|fenouick|chariot elevateur|clark|elevateur|cariste|gerbeur
autolaveuse: autolaveuse|auto laveuse
monobrosse: monobrosse|mono brosse|monobross
aspirateur: aspirateur|aspi|aspiro
balai: balai|balais|serpillere|serpilliere|serpiere|raclette|balay
nettoyeur haute pression: karcher|karsher|haute pression|nettoyeur haute pression
produits d’entretien: javel|produits menagers|produit menager|produits d entretien|detergent|desinfectant
perceuse: perceuse|perceuze|visseuse|perceuse visseuse|devisseuse
ponceuse: ponceuse|ponseuse
scie: scie|scie sauteuse|scie circulaire|scie a metaux
disqueuse: disqueuse|meuleuse|meulleuse
marteau: marteau|marteaux|burin|massette
marteau-piqueur: marteau piqueur|perforateur|marteau piqueurs
tournevis: tournevis|tourne vis|tournevi
clés: cle a molette|cles plates|cle plate|cle a pipe|cles a pipe|cle dynamometrique
niveau: niveau a bulle|niveau laser|laser de chantier
bétonnière: betonniere|betoniere|betoneuse|betonneuse
truelle: truelle|truele|taloche|platoir
pinceaux et rouleaux: pinceau|pinceaux|rouleau|rouleaux|rouleau de peinture
échafaudage: echafaudage|echafodage|echelle|escabeau
brouette: brouette|brouete
pelle: pelle|pioche|beche|rateau
tondeuse: tondeuse|tondeuze|tondeuse a gazon
débroussailleuse: debroussailleuse|debroussaileuse|debrousailleuse
taille-haie: taille haie|taille haies|secateur|cisaille
tronçonneuse: tronconneuse|troconneuse|tronsonneuse
tracteur: tracteur|tracteurs
four: four|fours|le four
friteuse: friteuse|friteuses|friteuze
grill: grill|gril|plancha|plaque de cuisson|plaques de cuisson|barbecue
lave-vaisselle: lave vaisselle|plonge|lave vaiselle|machine a laver la vaisselle
couteaux: couteau|couteaux|trancheuse|eplucheur
batteur: batteur|petrin|robot de cuisine|mixeur|mixeur plongeant
machine à café: machine a cafe|perco|percolateur
machine à laver: machine a laver|lave linge|seche linge
fer à repasser: fer a repasser|centrale vapeur|repassage
machine à coudre: machine a coudre|surjeteuse|machine a couture
tondeuse à cheveux: tondeuse a cheveux|tondeuse cheveux
lisseur et sèche-cheveux: lisseur|seche cheveux|fer a lisser|brushing
ordinateur: ordinateur|ordi|pc|laptop|mac
imprimante: imprimante|photocopieuse|photocopieur|photocopies|scanner imprimante
téléphone: standard telephonique|casque telephonique|talkie walkie|talkie|standard
Word: word
Excel: excel|exel|tableur|google sheets
PowerPoint: powerpoint|power point|ppt
Canva: canva
Photoshop: photoshop|toshop|fotoshop
Illustrator: illustrator
logiciel de montage: premiere pro|capcut|cap cut|davinci|final cut|sony vegas|logiciel de montage
Blender: blender
logiciel de musique: fl studio|ableton|garageband|logic pro
Discord: discord|serveur discord
Python: python
HTML et CSS: html|css
JavaScript: javascript|js
réseaux sociaux: insta|instagram|tiktok|facebook|snapchat|snap
vélo: velo|velos|vtt|bike
scooter: scooter|scoot|scoter
voiture: voiture|bagnole|voitur
utilitaire: utilitaire|camionnette|fourgon|fourgonnette|kangoo|trafic
camion: camion|camions|poids lourd
GPS: gps|waze|google maps
thermomètre: thermometre|sonde de temperature
poussette: poussette|poussettes
fauteuil roulant: fauteuil roulant|lit medicalise|leve malade|leve personne
tensiomètre: tensiometre|glucometre|tension
appareil photo: appareil photo|reflex|camera|gopro
micro: micro|table de mixage|platines|platine|sono|enceintes
guitare: guitare
défibrillateur: defibrillateur|dea
poste à souder: poste a souder|fer a souder|soudure|souder
multimètre: multimetre|voltmetre
cric: cric|pont elevateur|valise de diagnostic|valise diag
machine-outil: fraiseuse|tour a metaux|tour numerique|cnc|machine outil|presse plieuse
film étirable: filmeuse|film etirable|cutter|devidoir|adhesiveuse
balance: balance|balances|peson
`

const known = list
  .trim()
  .split('\n')
  .map((line) => {
    const [name = '', spellings = ''] = line.split(': ')
    return { name, pattern: new RegExp(` (?:${spellings}) `) }
  })
