import type { Formats } from '#lib/format/formats.ts';
import type { Messages } from '../en.ts';

const kinds: Messages['reports']['kinds'] = {
  cohort: 'Kohortenbericht zum Drucken',
  evaluation: 'Auswertung zum Drucken',
  bands: 'Lernende nach Stufe, als Tabelle',
  health: 'Gemeinschaft der Kurse, als Tabelle',
};

const states: Readonly<Record<Parameters<Messages['reports']['state']>[0], string>> = {
  asked: 'wird gemacht',
  made: 'fertig',
  failed: 'gelang nicht',
  over: 'vorbei',
};

export const reports = (f: Formats): Messages['reports'] => ({
  title: 'Berichte',
  summary: (ready) =>
    ready === 0 ? 'Kein Bericht ist fertig.' : `${f.count(ready, 'Bericht ist', 'Berichte sind')} fertig.`,
  class: 'Berichte erzählen von niemandem',
  classMore:
    'Wenige Menschen sind ausgelassen, und mit ihnen, woraus man sie errechnen könnte; jede andere Zahl ist auf fünf gerundet. „Ausgelassen“ ist weder null noch unbekannt.',
  none: 'Hier ist kein Bericht für Sie.',
  noneMore:
    'Sie können einen Bericht über einen Teil der Einrichtung erbitten, wenn Sie die Zahlen aller Kurse darunter sehen dürfen.',
  ask: 'Einen Bericht erbitten',
  kind: 'Was',
  kinds,
  of: 'Über welchen Teil',
  ofCourse: (title) => `Nur den Kurs ${title}`,
  span: 'Über welche Wochen',
  allWeeks: 'Alle Wochen mit Zahlen',
  between: 'Von und bis, unten',
  from: 'Von',
  to: 'Bis',
  format: 'Eine Tabelle als',
  formats: { csv: 'CSV', json: 'JSON', xlsx: 'Excel (XLSX)', parquet: 'Parquet' },
  least: 'Auslassen, wenn weniger als',
  people: (people) => f.count(people, 'Mensch', 'Menschen'),
  send: 'Machen',
  all: 'Bisherige Berichte',
  empty: 'Bisher kein Bericht.',
  reload: 'Noch einmal nachsehen',
  heading: (kind, of) => `${kind}: ${of}`,
  state: (state) => states[state],
  asked: (when) => `erbeten ${when}`,
  weeks: (from, to) => (from === to ? `Woche vom ${from}.` : `Wochen vom ${from} bis ${to}.`),
  until: (day) => `Seine Dateien bleiben bis ${day}.`,
  noNumbers: 'In dieser Zeit hat keine Woche dieses Teils Zahlen.',
  again: (when) => `Es gelang nicht und wird ${when} noch einmal versucht.`,
  failed: 'Es gelang nicht. Wer Kith betreibt, kann sehen, warum; bitte erbitten Sie ihn noch einmal.',
  files: (number) => `Dateien des Berichts ${f.number(number)}`,
  file: 'Datei',
  rows: 'Zeilen',
  size: 'Größe',
  digest: 'SHA-256',
  manifest: 'Manifest: woraus er gemacht ist und nach welchen Definitionen',
  suppressed: (cells) =>
    cells === 0
      ? 'Keine Zelle ist ausgelassen.'
      : `${f.count(cells, 'Zelle ist', 'Zellen sind')} ausgelassen, weil sie von wenigen Menschen erzählen würden.`,
  byItself: 'Was von selbst erscheint',
  byItselfMore: (institution) =>
    `Der Ausgang ist ein Ordner auf dem Rechner, auf dem Kith läuft; wer es betreibt, benennt ihn mit KITH_OUTBOX. Jeder Bericht erscheint dort unter ${institution}, in einem Ordner seines Namens und einem seines Tages, sodass ein anderes Programm ihn abholen kann. Kith entfernt keinen davon. Die Dateien eines Forschungsexports liegen dort nur, solange seine Genehmigung läuft.`,
  nothingByItself: 'Noch erscheint nichts von selbst.',
  outbox: {
    every: (days) => (days === 1 ? 'jeden Tag' : `alle ${f.number(days)} Tage`),
    what: (kind, of, often) => `${kind}: ${of}, ${often}.`,
    approved: (number) => `Die Dateien des Exports ${f.number(number)}, solange seine Genehmigung läuft.`,
    paused: 'Angehalten.',
    next: (when) => `Nächstes Mal ${when}.`,
    soon: 'Fällig; es kommt, sobald Kith das nächste Mal nachsieht.',
    last: (when) => `Zuletzt ${when}.`,
    trouble: (when) => `Es wurde nichts daraus, ${when}:`,
    pause: 'Anhalten',
    resume: 'Weiter',
    remove: 'Entfernen',
    add: 'Etwas von selbst erscheinen lassen',
    name: 'Name, auch der des Ordners',
    export: 'Die Dateien eines genehmigten Exports',
    exportOf: 'Welcher Export',
    often: 'Alle wie viele Tage',
    send: 'Hinzufügen',
  },
});
