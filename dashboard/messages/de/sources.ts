import type { Formats } from '#lib/format/formats.ts';
import type { Messages } from '../en.ts';

const often = (f: Formats, minutes: number): string => {
  if (minutes % 1440 === 0) return minutes === 1440 ? 'alle 24 Stunden' : `alle ${f.number(minutes / 1440)} Tage`;
  if (minutes % 60 === 0) return minutes === 60 ? 'jede Stunde' : `alle ${f.number(minutes / 60)} Stunden`;
  return `alle ${f.number(minutes)} Minuten`;
};

export const sources = (f: Formats): Messages['sources'] => ({
  title: 'Quellen, die von selbst laufen',
  headline: (running, troubled) =>
    running === 0
      ? 'Noch läuft keine Quelle von selbst'
      : `${f.count(running, 'Quelle läuft', 'Quellen laufen')} von selbst` +
        (troubled === 0 ? '' : `; bei ${f.number(troubled)} klemmt es`),
  intro:
    'Kith sieht so oft, wie Sie sagen, in einen Ordner oder fragt einen Learning Record Store. Was es findet, wird geladen wie eine abgelegte Datei: Abgewiesene Zeilen und Ladungen, die auf Sie warten, stehen auf der Datenseite.',
  seeTrouble: 'Nachsehen, was im Weg ist',
  toSources: 'Quellen, die von selbst laufen',
  folderDoes: (folder, when) => `Nimmt, was im Ordner „${folder}“ liegt, ${when}.`,
  pullDoes: (address, when) => `Fragt ${address} nach Neuem, ${when}.`,
  when: (minutes, time, zone) =>
    time !== null ? `jeden Tag um ${time} (${zone})` : minutes === null ? 'nur auf Ihr Wort' : often(f, minutes),
  reads: (title) => (title === undefined ? 'Jede Datei, wie sie erkannt wird.' : `Als ${title}.`),
  course: (title) => `Dateien, die keinen Kurs nennen, gehören zu ${title}.`,
  never: 'Sie ist noch nicht gelaufen.',
  last: {
    folder: (when, taken, refused) => {
      if (taken + refused === 0) return `Zuletzt nachgesehen ${when}: Nichts Neues lag da.`;
      if (taken === 0)
        return `Zuletzt nachgesehen ${when}: ${f.count(refused, 'Datei wurde', 'Dateien wurden')} abgewiesen.`;
      const came = `Zuletzt nachgesehen ${when}: ${f.count(taken, 'Datei wurde', 'Dateien wurden')} genommen`;
      return refused === 0 ? `${came}.` : `${came}, ${f.number(refused)} abgewiesen.`;
    },
    pull: (when, taken) =>
      taken === 0
        ? `Zuletzt gefragt ${when}: nichts Neues.`
        : `Zuletzt gefragt ${when}: ${f.count(taken, 'Meldung kam', 'Meldungen kamen')}.`,
    trouble: (when) => `Letzter Lauf ${when}: Es gelang nicht.`,
  },
  refusedWhere: 'Was abgewiesen wurde, liegt in ihrem Ordner „refused“, der Grund daneben.',
  waiting: (files) =>
    `${f.count(files, 'Datei ändert', 'Dateien ändern')} sich noch und ${f.plural(files, 'wird', 'werden')} nach einer Minute Ruhe genommen.`,
  next: (when) => `Als Nächstes ${when}.`,
  soon: 'Sie läuft gleich.',
  paused: 'Angehalten: Sie läuft nur auf Ihr Wort.',
  held: 'Eine Ladung von ihr wartet auf Ihre Entscheidung.',
  lastLoad: 'Letzte Ladung',
  run: 'Jetzt laufen lassen',
  pause: 'Anhalten',
  resume: 'Weiter',
  change: 'Ändern, wann',
  save: 'Speichern',
  remove: 'Entfernen',
  removeMore:
    'Kith geht dort nicht mehr hin und vergisst das Geheimnis. Was geladen wurde, bleibt, und die Dateien auch.',
  none: 'Nichts wird geholt oder beobachtet.',
  noneMore: 'Dateien lassen sich weiter auf der Datenseite ablegen.',
  addFolder: 'Einen Ordner beobachten',
  addPull: 'Aus einem Learning Record Store holen (xAPI)',
  name: 'Name der Quelle',
  nameMore: 'Was geladen wird, gehört zu ihr; auch eine bestehende Quelle kann genannt werden.',
  folder: 'Ordner',
  folderMore: (institution) =>
    `Ordner des Eingangs, in seinem Teil „${institution}“. Dateien werden genommen, wenn sie sich eine Minute lang nicht geändert haben, und liegen dann in „done“ oder „refused“. Kith löscht keine: Was in „done“ liegt, dürfen Sie entfernen.`,
  noInbox: 'Dieses Kith hat keinen Eingang. Wer es betreibt, sagt mit KITH_INBOX, wo einer ist.',
  allWatched: 'Jeder Ordner des Eingangs wird schon beobachtet.',
  noFolders: (institution) =>
    `Im Eingang gibt es noch keinen Ordner. Wer Kith betreibt, legt einen in seinem Teil „${institution}“ an.`,
  connector: 'Lesen als',
  anyConnector: 'was jede Datei erkennt',
  courseChoice: 'Kurs für Dateien, die keinen nennen',
  noCourse: 'keiner: Sie müssen ihn nennen',
  dateOrder: 'Daten, die sich auf zwei Arten lesen lassen',
  dateOrderAuto: 'eine solche Datei abweisen',
  dateOrderMore:
    '03/04/2026 ist der dritte April oder der vierte März. Sagen Sie, wie die Dateien dieses Ordners es schreiben.',
  datesAre: (order) => `Ihre Daten sind ${order}.`,
  changeDates: 'Ändern, wie Daten gelesen werden',
  address: 'Adresse des xAPI-Endpunkts',
  addressMore: 'Ohne „statements“ am Ende.',
  user: 'Benutzername (Basic), oder leer (Bearer)',
  secret: 'Passwort oder Token',
  secretMore:
    'Verschlüsselt aufgehoben; niemandem wird es wieder gezeigt. Für ein anderes entfernen Sie die Quelle und fügen sie neu hinzu.',
  whenChoice: 'Wann',
  whens: {
    '15': 'alle 15 Minuten',
    '60': 'jede Stunde',
    '360': 'alle 6 Stunden',
    daily: 'jeden Tag um …',
    told: 'nur auf mein Wort',
  },
  at: (zone) => `Uhrzeit (${zone})`,
  add: 'Hinzufügen',
});
