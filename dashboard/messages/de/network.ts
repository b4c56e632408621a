import type { Formats } from '#lib/format/formats.ts';
import type { Messages } from '../en.ts';

export const network = (f: Formats): Messages['network'] => ({
  title: 'Netzwerk',
  picture: 'Bild',
  table: 'Tabelle',
  matrix: 'Matrix',
  views: 'Ansichten',
  kinds: 'Verbindungen aus',
  plenaryLeftOut:
    'Live-Sitzungen sind zuerst weggelassen: Eine Stunde in einem Raum verbindet alle mit allen und verdeckt, wer sich an wen gewandt hat.',
  talks: 'Nur Gespräche, die',
  talk: { academic: 'fachlich sind', informal: 'informell sind' },
  drawn: 'Was gezeichnet wird',
  showStaff: 'Lehrende zeigen',
  showCircles: 'Kreise zeigen',
  circle: (circle, size) => `Kreis ${f.number(circle)} · ${f.count(size, 'Person', 'Personen')}`,
  noCircles: 'Der Kurs ist zu klein oder zu lose verbunden, um von Kreisen zu sprechen.',
  inCircle: (circle) => `In Kreis ${f.number(circle)}.`,
  isBridge: 'Viele der kürzesten Wege zwischen anderen führen hier hindurch.',
  nearer: 'Näher',
  farther: 'Weiter weg',
  whole: 'Ganzes Bild',
  save: 'Speichern als',
  graphml: 'GraphML, ohne Namen',
  matrixHow:
    'Jede Zeile und jede Spalte ist eine Person; ein dunkles Feld ist eine starke Verbindung. Kreise stehen beieinander.',
  matrixIs: (people, ties) =>
    `Eine Matrix aus ${f.count(people, 'Person', 'Personen')} und ${f.count(ties, 'Verbindung', 'Verbindungen')}. Die Tabelle sagt dasselbe in Worten.`,
  cell: (one, other, strength) =>
    strength === undefined
      ? `${one} und ${other}: keine Verbindung.`
      : `${one} und ${other}: Kontakt im Umfang von ${f.number(strength, 2)} Antworten.`,
  legend: {
    size: 'Größe: mit wie vielen verschiedenen Menschen',
    width: 'Linie: Stärke; je blasser, desto länger her',
    square: 'Quadrat: Lehrende',
    bridge: 'Ring: eine der fünf Brücken zwischen anderen',
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
    circle: 'Kreis',
    bridge: 'Brücke',
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
  yes: 'ja',
});
