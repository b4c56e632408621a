import type { Formats } from '#lib/format/formats.ts';
import type { Messages } from '../en.ts';

const states: Readonly<Record<Parameters<Messages['rights']['state']>[0], string>> = {
  to_count: 'wird gezählt',
  counted: 'wartet auf Ihr Wort',
  to_do: 'wird gemacht',
  done: 'gemacht',
  dropped: 'verworfen',
  failed: 'gelang nicht',
};

export const rights = (f: Formats): Messages['rights'] => ({
  title: 'Rechte der Menschen in den Daten',
  summary: (waiting) =>
    waiting === 0
      ? 'Niemand wartet auf eine Antwort.'
      : `${f.count(waiting, 'Person wartet', 'Personen warten')} auf eine Antwort.`,

  requests: 'Was Menschen fragen',
  requestsMore:
    'Ihre Antwort lesen sie unter „Meine Daten“. Um etwas zu berichtigen, verbessern Sie es in dem System, aus dem es kommt, und laden Sie neu.',
  requestsNone: 'Niemand hat etwas gefragt.',
  about: (about) => `Es geht um: ${about}`,
  handle: (place) =>
    `Der Name in ${place}. Lassen Sie sich zeigen, dass es der eigene ist, bevor Sie zustimmen: Damit öffnet sich, was darunter geschrieben wurde.`,
  answer: 'Ihre Antwort',
  yes: 'Wie gewünscht erledigt',
  no: 'Nicht erledigt',
  answered: (who, when) => `Beantwortet von ${who}, ${when}`,

  erase: 'Eine Person löschen',
  eraseMore:
    'Zuerst wird gezählt, was verschwände; nichts verschwindet, bevor Sie bestätigen. Die Person verschwindet aus jeder Tabelle, dem Protokoll und den Dateien in Kiths eigenem Ordner. Zahlen über ganze Kurse bleiben. Nicht erreicht werden die Systeme, aus denen die Dateien kamen, die Dateien selbst und Sicherungen.',
  email: 'E-Mail-Adresse der Person',
  count: 'Zählen, was verschwände',

  retention: 'Wie lange etwas aufgehoben wird',
  retentionMore: 'Was älter ist, wird jede Woche entfernt. Sie können es auch jetzt zählen und entfernen.',
  classes: 'Klassen von Daten',
  columns: { what: 'Was', days: 'Tage', since: 'Gezählt ab', change: 'Ändern' },
  usual: 'wie üblich',
  days: (what) => `Tage: ${what}`,
  set: 'Setzen',
  reset: 'Wie üblich',
  countOld: 'Zählen, was zu alt ist',

  tasks: 'Löschungen und Entfernungen',
  tasksNone: 'Bisher keine.',
  erasure: (name) => (name === null ? 'Löschung einer Person' : `Löschung von ${name}`),
  removal: 'Entfernung von zu Altem',
  state: (state) => states[state],
  asked: (who, when) => `${who ?? 'Der Zeitplan'}, ${when}`,
  wouldGo: (rows) => `${f.count(rows, 'Zeile würde', 'Zeilen würden')} verschwinden.`,
  went: (rows) => `${f.count(rows, 'Zeile ist', 'Zeilen sind')} verschwunden.`,
  table: 'Tabelle',
  rows: 'Zeilen',
  where: 'Wo',
  mentions:
    'Texte von Lehrenden, die vielleicht nur mit einem Vornamen von der Person sprechen. Eine Maschine kann nicht sagen, wer gemeint ist: Fragen Sie, wer sie schrieb.',
  mention: (texts, table, course) => `${f.count(texts, 'Text', 'Texte')} in ${table}, ${course}`,
  files: 'Dateien in Kiths eigenem Ordner, die sie nennen:',
  file: (file, removed) =>
    removed ? `${file} (verschwindet: Sie lässt sich neu exportieren oder ablegen)` : `${file} (sehen Sie hinein)`,
  resealed: (hours) => `${f.count(hours, 'Stunde', 'Stunden')} des Zugriffsprotokolls neu versiegelt.`,
  broken: (hours) => `${f.count(hours, 'Siegel war', 'Siegel waren')} schon vorher gebrochen: Sehen Sie nach.`,
  dropped: (loads) =>
    `${f.count(loads, 'Ladung, die sie nannte und wartete, ist', 'Ladungen, die sie nannten und warteten, sind')} verworfen. Laden Sie die Dateien noch einmal.`,
  confirm: 'Tun. Es lässt sich nicht rückgängig machen',
  drop: 'Verwerfen',
  failed:
    'Es gelang nicht, und nichts wurde geändert. Versuchen Sie es noch einmal; das Protokoll des Servers sagt mehr.',
  reload: 'Nachsehen, wie weit es ist',
});
