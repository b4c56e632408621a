import type { Formats } from '#lib/format/formats.ts';
import type { Messages } from '../en.ts';

const contents: Messages['exports']['contents'] = {
  alerts: 'Hinweise, Kontakte und was daraus wurde',
  learner_weeks: 'Lernendenwochen',
  network: 'Netzwerke (GraphML)',
  sessions: 'Sitzungen und Anwesenheit',
  ties: 'Verbindungen',
};

const states: Readonly<Record<Parameters<Messages['exports']['state']>[0], string>> = {
  asked: 'wartet auf die Datenverantwortung',
  declined: 'abgelehnt',
  approved: 'wird gemacht',
  made: 'fertig',
  ending: 'wird entfernt',
  over: 'vorbei',
  failed: 'gelang nicht',
};

export const exports = (f: Formats): Messages['exports'] => ({
  title: 'Exporte für die Forschung',
  summary: (waiting, ready) =>
    [
      waiting === 0
        ? 'Nichts wartet auf die Datenverantwortung'
        : `${f.count(waiting, 'Export wartet', 'Exporte warten')} auf die Datenverantwortung`,
      ready === 0 ? 'nichts ist fertig.' : `${f.count(ready, 'ist', 'sind')} fertig.`,
    ].join('; '),
  class: 'Pseudonyme personenbezogene Daten',
  classMore:
    'Eine Zeile handelt von einem Menschen, unter einem Namen, den nur dieser Export verwendet. Auch das sind personenbezogene Daten: Sie brauchen einen Zweck, die Zustimmung der Datenverantwortung und ein Ende.',
  others: 'Exporte für die Forschung sind für Forschende und die Datenverantwortung.',
  othersMore: 'Die Datenverantwortung kann Ihnen die Rolle „Forschung“ für einen Teil der Einrichtung geben.',

  ask: 'Einen Export erbitten',
  of: 'Aus welchem Teil',
  what: 'Was',
  contents,
  format: 'Als',
  formats: { csv: 'CSV', json: 'JSON', xlsx: 'Excel (XLSX)', parquet: 'Parquet' },
  least: 'Kurse weglassen mit weniger als',
  learners: (learners) => `${f.number(learners)} Lernenden`,
  purpose: 'Wofür',
  purposeMore:
    'Die Frage, wer damit arbeitet, und die Zustimmung Ihrer Ethikkommission, wenn es sie gibt. Die Datenverantwortung liest es.',
  send: 'Die Datenverantwortung bitten',

  waits: 'Wartet auf die Datenverantwortung',
  waitsNone: 'Nichts wartet.',
  all: 'Exporte',
  none: 'Bisher kein Export.',
  reload: 'Noch einmal nachsehen',
  heading: (number, unit) => `Export ${f.number(number)}: ${unit}`,
  state: (state) => states[state],
  asked: (who, when) => `erbeten von ${who ?? 'jemandem, der gelöscht wurde'}, ${when}`,
  inIt: (what, format, learners) =>
    `${what}, als ${format}, ohne Kurse mit weniger als ${f.count(learners, 'lernenden Person', 'Lernenden')}.`,
  until: (day) => `Bis zum Ende des ${day}; dann verschwinden seine Dateien.`,
  was: (day) => `Er endete am ${day}.`,
  decided: (who, remark) =>
    `Entschieden von ${who ?? 'jemandem, der gelöscht wurde'}${remark === null ? '.' : `: ${remark}`}`,
  making: (done, of) => `${f.number(done)} von ${f.count(of, 'Kurs', 'Kursen')} fertig.`,
  failed: 'Es gibt nichts zu holen. Wer Kith betreibt, kann sehen, warum, und ihn noch einmal machen lassen.',

  approve: 'Zustimmen',
  decline: 'Ablehnen',
  last: 'Letzter Tag',
  remark: 'Ein Wort dazu',
  own: 'Sie haben selbst darum gebeten: Jemand anderes aus der Datenverantwortung entscheidet.',
  withdraw: 'Zurücknehmen',
  end: 'Jetzt beenden',
  endMore: 'Seine Dateien verschwinden sofort. Kopien, die geholt wurden, sind außer Reichweite.',

  files: (number) => `Dateien von Export ${f.number(number)}`,
  file: 'Datei',
  rows: 'Zeilen',
  size: 'Größe',
  digest: 'SHA-256',
  manifest: 'Verzeichnis mit der Bedeutung jeder Spalte',
  leftOut: (courses) =>
    courses === 0
      ? 'Kein Kurs war zu klein.'
      : `${f.count(courses, 'Kurs hat', 'Kurse haben')} zu wenige Lernende und ${f.plural(courses, 'ist', 'sind')} weggelassen.`,
  suppressed: (rows) =>
    rows === 0
      ? ''
      : `${f.count(rows, 'Lernendenwoche nennt', 'Lernendenwochen nennen')} keine Zahlen: Die eigene Antwort auf eine Umfrage ist ein Teil davon.`,
  since: (erased, optOuts) =>
    erased + optOuts === 0
      ? 'Noch einmal gemacht, kam er anders heraus als zuerst: Zahlen wurden neu berechnet, und Teile gingen verloren.'
      : `Noch einmal gemacht ohne ${f.list([
          ...(erased > 0
            ? [f.count(erased, 'Person, die seither gelöscht wurde', 'Personen, die seither gelöscht wurden')]
            : []),
          ...(optOuts > 0
            ? [f.count(optOuts, 'Person, die seither widersprochen hat', 'Personen, die seither widersprochen haben')]
            : []),
        ])}; die Dateien sind nicht die von zuvor.`,
  preview: 'Was eine Zustimmung jetzt freigäbe',
  previewing: 'Was er freigäbe, wird gerade gezählt.',
  table: 'Tabelle',
  columns: 'Spalten',
  columnsOf: (columns) => f.count(columns, 'Spalte', 'Spalten'),
  courses: (courses) => (courses === 1 ? '1 Kurs wäre darin.' : `${f.number(courses)} Kurse wären darin.`),
  again: (when) => `Es gelang nicht und wird ${when} noch einmal versucht.`,
});
