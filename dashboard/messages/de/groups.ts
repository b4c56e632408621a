import type { Formats } from '#lib/format/formats.ts';
import type { Messages } from '../en.ts';

export const groups = (f: Formats): Messages['groups'] => ({
  title: 'Gruppen mischen',
  about:
    'Gruppen für die nächste Kleingruppenarbeit oder das nächste Projekt, in denen die meisten jemand Neues treffen und jemand viele kennt. Zeitzonen zählen, wo sie bekannt sind, und Wünsche nach Abstand immer. Von selbst geht das nirgendwohin: Nichts wird behalten oder verschickt.',
  size: 'Lernende je Gruppe',
  mix: 'Mischen',
  again: 'Neu mischen',
  group: (number) => `Gruppe ${f.number(number)}`,
  inTouch: (names) => `${f.list([...names])} ${names.length === 1 ? 'hatte' : 'hatten'} schon mit vielen Kontakt.`,
  meet: (fresh, pairs) =>
    fresh === pairs
      ? 'Alle würden einander hier zum ersten Mal begegnen.'
      : fresh === 0
        ? 'Alle hatten schon miteinander Kontakt.'
        : `Von ${f.number(pairs)} Paaren ${fresh === 1 ? 'würde sich eines' : `würden sich ${f.number(fresh)}`} zum ersten Mal begegnen.`,
  leftOut: (people) =>
    `${f.count(people, 'lernende Person hat', 'Lernende haben')} sich dagegen entschieden, dabei zu sein, und ${people === 1 ? 'ist' : 'sind'} in keiner Gruppe.`,
  noWay: 'Es fand sich kein Weg, allen den gewünschten Abstand zu lassen.',
  noWayMore: 'Mit einer anderen Gruppengröße, meist einer kleineren, kann es gehen.',
  nobody: 'Noch ist niemand zum Mischen da.',
  nobodyMore: 'Gruppen entstehen aus den aktiven Lernenden des Kurses.',
  copy: 'Als Text kopieren',
  copied: 'Kopiert.',
  download: 'Als CSV herunterladen',
  file: 'gruppen.csv',
  columns: { group: 'Gruppe', name: 'Name' },
  link: 'Gruppen mischen',
});
