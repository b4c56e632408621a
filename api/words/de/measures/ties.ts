import { measure, type Measure } from '../measure.ts';

const roster = '8 Lernende, eine Teilnehmerliste und ein Forum';
const cells = '20 Verbindungen und 2 Teile zu je 10';
const teaching = 'bekannte Lehrende';
const mixing = (of: string) => `${of} mischen sich mit r = {x}: 0 ist wie durch Zufall, 1 ist jeder Teil für sich.`;

/** Who is in touch with whom. */
export const ties: Readonly<Record<string, Measure>> = {
  attendance_gap: measure(
    'Lücke in der Anwesenheit',
    'Ein Teil der Klasse ist um {x} seltener da als ein anderer.',
    '2 Teile zu je 10 mit Anwesenheit',
  ),
  circles: measure('Kreise', 'Die Klasse teilt sich in {x} Kreise.', '20 Lernende und 30 Verbindungen'),
  connected_share: measure(
    'In Kontakt',
    '{x} derer, die Kith sehen kann, sind in Kontakt.',
    '8 Lernende mit einem Wert',
  ),
  degree_centralisation: measure('Wenige in der Mitte', 'Zentralisierung {x}: 0 ist ein Ring, 1 ein Stern.', roster),
  density: measure('Dichte', '{x} aller möglichen Paare haben sich ausgetauscht.', roster),
  facilitator_centralisation: measure(
    'Gespräch um die Lehrenden',
    'Mit den Lehrenden ist die Zentralisierung um {x} höher: je mehr, desto mehr sind sie die Mitte.',
    `${roster}, ${teaching}`,
  ),
  giant_component_share: measure('Größtes Netz', '{x} hängen in einem Netz zusammen.', roster),
  group_health: measure(
    'Gruppen mit einem stillen Mitglied',
    '{x} der Gruppen haben ein stilles Mitglied.',
    '2 arbeitende Gruppen',
  ),
  isolates_share: measure('Ohne Austausch', '{x} haben sich mit niemandem ausgetauscht.', roster),
  maximal_cliques_3plus: measure(
    'Bekanntenkreise',
    '{x} Gruppen von dreien oder mehr kennen sich alle untereinander.',
    roster,
  ),
  median_distinct_peers: measure(
    'Übliche Zahl von Kontakten',
    'Die Hälfte der Klasse kennt {x} oder mehr andere.',
    roster,
  ),
  mixing_cohort: measure('Mischung der Kohorten', mixing('Kohorten'), cells),
  mixing_group: measure('Mischung der Gruppen', mixing('Gruppen'), cells),
  mixing_region: measure('Mischung der Regionen', mixing('Regionen'), cells),
  mixing_time_zone: measure('Mischung der Zeitzonen', mixing('Zeitzonen'), cells),
  modularity_louvain: measure(
    'Aufteilung in Kreise',
    'Modularität {x}: je höher, desto getrennter.',
    '20 Lernende und 30 Verbindungen',
  ),
  peer_leaders: measure(
    'Menschen, die den Kurs zusammenhalten',
    '{x} Lernende halten den Kurs zusammen.',
    '20 Lernende',
  ),
  reciprocity: measure('Gegenseitigkeit', '{x} des Austauschs werden erwidert.', '10 gerichtete Verbindungen'),
  resilience_top5pct: measure(
    'Wenn die Aktivsten gingen',
    'Gingen die Aktivsten, hingen noch {x} zusammen.',
    '20 Lernende',
  ),
  transitivity: measure('Freunde von Freunden', '{x} der Freunde von Freunden sprechen miteinander.', roster),
};
