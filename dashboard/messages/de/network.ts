import type { Formats } from '#lib/format/formats.ts';
import type { Messages } from '../en.ts';

export const network = (f: Formats): Messages['network'] => ({
  title: 'Netzwerk',
  picture: 'Bild',
  table: 'Tabelle',
  views: 'Ansichten',
  kinds: 'Verbindungen aus',
  plenaryLeftOut:
    'Live-Sitzungen sind zuerst weggelassen: Eine Stunde in einem Raum verbindet alle mit allen und verdeckt, wer sich an wen gewandt hat.',
  showStaff: 'Lehrende zeigen',
  legend: {
    size: 'Größe: mit wie vielen verschiedenen Menschen',
    width: 'Linie: Stärke; je blasser, desto länger her',
    square: 'Quadrat: Lehrende',
  },
  isolates: (count) => `Mit niemandem in Kontakt (${f.number(count)})`,
  isolatesByName: (count) =>
    `${f.count(count, 'Person, die mit niemandem in Kontakt ist', 'Personen, die mit niemandem in Kontakt sind')}, mit Namen`,
  noIsolates: 'Alle sind mit jemandem in Kontakt.',
  empty: 'In dieser Woche gibt es niemanden zu zeichnen.',
  noTies: 'In dieser Woche keine Verbindung dieser Art.',
  selected: 'Ausgewählt',
  nobody: 'Wählen Sie eine Person im Bild oder in der Liste.',
  find: 'Eine Person finden',
  listLabel: 'Menschen im Netzwerk',
  peers: (count) => f.count(count, 'Kontakt', 'Kontakte'),
  inTouch: (count) =>
    `In sechs Wochen mit ${f.count(count, 'mitlernenden Person', 'verschiedenen Mitlernenden')} in Kontakt.`,
  alone: 'In sechs Wochen mit niemandem aus dem Kurs in Kontakt.',
  clear: 'Leeren',
  toPerson: 'Seite der Person öffnen',
  staff: 'lehrend',
  learner: 'lernend',
  peopleTable: (count) => f.count(count, 'Person', 'Personen'),
  tiesTable: (count) => f.count(count, 'Verbindung', 'Verbindungen'),
  columns: {
    name: 'Name',
    role: 'Rolle',
    band: 'Stufe',
    peers: 'Mitlernende',
    with: 'In Kontakt mit',
    from: 'Von',
    to: 'An',
    kind: 'Art',
    strength: 'Stärke',
    events: 'Ereignisse',
    age: 'Zuletzt',
  },
  days: (days) => (days < 1 ? 'heute' : `vor ${f.count(Math.round(days), 'Tag', 'Tagen')}`),
  both: 'mit',
});
