import type { Formats } from '#lib/format/formats.ts';
import type { Messages } from '../en.ts';

export const data = (f: Formats): Messages['data'] => ({
  title: 'Daten',
  headline: (waiting) =>
    waiting === 0
      ? 'Nichts wartet auf eine Entscheidung'
      : `${f.count(waiting, 'Ladung wartet', 'Ladungen warten')} auf Ihre Entscheidung`,
  summary: (sources, newest) =>
    `${f.count(sources, 'Quelle', 'Quellen')}.` + (newest === undefined ? '' : ` Letzte Ladung ${newest}.`),
  waits: (runId, source) => `Ladung ${f.number(runId, 0)} von ${source}: nachsehen, warum, und entscheiden`,
  others: 'Woher die Zahlen kommen',
  othersBody: [
    'Kith liest, was ein Kurs hinterlässt: Beiträge, Anwesenheitsberichte, Aktivität, Teilnehmerlisten, Gruppen. Wer die Daten verantwortet, verbindet diese Quellen und kümmert sich um sie.',
    'Auf jeder Kursseite nennt „Was Kith sieht“ die Quellen des Kurses und wie frisch sie sind. Fehlt eine oder ist sie alt, sagen Sie es denen, die an Ihrer Einrichtung die Daten verantworten.',
    'Der Text von Beiträgen wird nicht behalten. Kith behält, wer wem wann geschrieben hat und wie lang es war.',
  ],
  sources: 'Quellen',
  noSources: 'Noch ist keine Quelle eingerichtet.',
  noSourcesNext: 'Legen Sie oben eine Datei ab, damit entsteht die erste Quelle.',
  runs: 'Ladungen',
  noRuns: 'Noch wurde nichts geladen.',
  sourceColumns: {
    name: 'Quelle',
    connector: 'Gelesen von',
    courses: 'Kurse',
    newest: 'Neuestes Ereignis',
    last: 'Letzte Ladung',
  },
  runColumns: {
    run: 'Ladung',
    source: 'Quelle',
    state: 'Zustand',
    when: 'Begonnen',
    read: 'Gelesen',
    fresh: 'Neu',
    changed: 'Geändert',
  },
  unchanged: 'Unverändert',
  skipped: 'Übergangen',
  rejected: 'Abgewiesen',
  deleted: 'Gelöscht',
  never: 'nie',
  state: {
    loading: 'wird geladen',
    cut_off: 'abgebrochen',
    staged: 'zurückgehalten',
    visible: 'in Gebrauch',
    dropped: 'verworfen',
    failed: 'gescheitert',
    dry_run: 'probiert, nicht geschrieben',
  },
  run: (id) => `Ladung ${f.number(id, 0)}`,
  runSentence: {
    loading: 'Sie liest noch.',
    cut_off: 'Ihr Prozess endete auf halbem Weg. Nichts davon ist in Gebrauch.',
    staged: 'Nichts davon ist in Gebrauch. Die Zahlen von davor bleiben.',
    visible: 'Alle angenommenen Zeilen sind in Gebrauch.',
    dropped: 'Sie wurde verworfen; nichts davon ist in Gebrauch.',
    failed: 'Sie scheiterte, bevor etwas geschrieben wurde.',
    dry_run: 'Sie wurde nur probiert; nichts wurde geschrieben.',
  },
  decide:
    'Nehmen Sie sie an, sind alle angenommenen Zeilen in Gebrauch. Verwerfen Sie sie, bleiben die Zahlen, wie sie sind.',
  accept: 'Annehmen',
  drop: 'Verwerfen',
  decided: { accept: 'Sie wird angenommen …', drop: 'Sie wird verworfen …' },
  chooseOrder: 'legen Sie die Datei noch einmal ab und wählen Sie die Reihenfolge ihrer Daten',
  chooseZone: 'legen Sie die Datei noch einmal ab und wählen Sie ihre Zeitzone',
  download: 'Als CSV herunterladen',
  mend: 'Verbessern Sie in der heruntergeladenen Liste die Spalte „raw“ und bringen Sie die Liste zurück. Nur die Zeilen, die Sie geändert haben, werden geladen.',
  mendDrop: 'Verbesserte Liste zurückbringen',
  mending: (rows) =>
    rows === 0
      ? 'Keine Zeile der Liste wurde geändert, also wird nichts geladen.'
      : `${f.count(rows, 'verbesserte Zeile wird', 'verbesserte Zeilen werden')} geladen. Laden Sie die Seite gleich neu.`,
  mendedIn: (runId) => `Verbessert: Ladung ${f.number(runId, 0)}`,
  mendedWaits: 'Verbessert; wird geladen.',
  mendedRows: (mended, all) =>
    `${f.count(mended, 'davon ist', 'davon sind')} inzwischen verbessert; ${f.count(all - mended, 'ist', 'sind')} noch abgewiesen.`,
  mendsRun: (runId) => `Sie lädt verbesserte Zeilen, die Ladung ${f.number(runId, 0)} abgewiesen hatte.`,
  search: 'Wörter in Datei, Feld oder Grund',
  which: 'Welche',
  only: { '': 'alle', open: 'noch abgewiesen', mended: 'verbessert' },
  filter: 'Filtern',
  fresh: 'Kurse und ihre Quellen',
  freshSentence: (courses, old) =>
    old === 0
      ? `${f.count(courses, 'Kurs hat', 'Kurse haben')} Zahlen, so neu wie ihre Daten.`
      : `Die Zahlen von ${f.count(old, 'Kurs', 'Kursen')} sind älter als ihre Daten.`,
  freshColumns: {
    course: 'Kurs',
    source: 'Quelle',
    newest: 'Neuestes Ereignis',
    load: 'Letzte Ladung',
    seen: 'Lernende mit Spuren',
    state: 'Zahlen',
  },
  seenOf: (seen, learners) => `${f.number(seen)} von ${f.number(learners)}`,
  current: 'aktuell',
  older: 'älter als die Daten',
  notYet: 'noch nicht berechnet',
  volume: 'Zeilen ihrer Ladungen',
  volumeSentence: (loads, least, most) =>
    loads === 1
      ? `Ihre letzte Ladung hatte ${f.number(most)} Zeilen.`
      : `Ihre letzten ${f.number(loads)} Ladungen hatten ${f.number(least)} bis ${f.number(most)} Zeilen.`,
  took: (seconds) => `dauerte ${f.count(Math.round(seconds), 'Sekunde', 'Sekunden')}`,
  mode: { full: 'der ganze Stand', delta: 'Änderungen', event: 'Ereignisse' },
  files: 'Dateien',
  counts: 'Zeilen',
  read: (rows) => `${f.count(rows, 'Zeile wurde', 'Zeilen wurden')} gelesen.`,
  accounted: (rows) => `${f.count(rows, 'Zeile wurde', 'Zeilen wurden')} gelesen; über jede ist Rechenschaft gegeben.`,
  skippedReasons: 'Übergangen, und warum',
  rejects: (count) =>
    count === 0 ? 'Keine Zeile wurde abgewiesen' : `${f.count(count, 'Zeile wurde', 'Zeilen wurden')} abgewiesen`,
  rejectColumns: { file: 'Datei', line: 'Zeile', code: 'Code', field: 'Feld', message: 'Warum' },
  anyCode: 'alle Codes',
  byCode: 'Nach Code',
  nextPage: 'Nächste Zeilen',
  firstPage: 'Erste Zeilen',
  back: 'Daten',
});

export const methods = (f: Formats): Messages['methods'] => ({
  title: 'Methoden',
  headline: 'Wie jede Zahl entsteht',
  intro:
    'Kith zeigt keine Zahl ohne ihre Frage, ihre Formel und ihre Quelle. Ändert sich die Bedeutung, ist das eine neue Version; alte Wochen behalten die Version, mit der sie entstanden.',
  limits:
    'Ein Wert sagt, dass jemand hier ohne Anschluss sein könnte. Er ist kein Urteil über einen Menschen, er wird nie als Rangliste gezeigt, und nie geht eine Nachricht von selbst hinaus.',
  onPaper: (address) => `Wie jede Zahl entsteht: ${address}`,
  family: {
    score: 'Werte',
    component: 'Teile des Werts',
    indicator: 'Zahlen eines Kurses',
    tie: 'Verbindungen: was als Kontakt zählt',
    connector: 'Quellen: was Kith lesen kann',
  },
  contents: 'Auf dieser Seite',
  written:
    'Formeln, Einheiten und Quellen stehen hier auf Englisch, in der Sprache der Literatur, aus der sie kommen, ebenso Stolpersteine und was zu den Formaten der Quellen gehört.',
  formula: 'Formel',
  weight: (weight) => `Gewicht ${f.number(weight)}`,
  version: (version) => `Version ${f.number(version)}`,
  needs: 'Braucht',
  minimum: 'Mindestens',
  source: 'Wer das sagt',
  pitfalls: 'Vorsicht',
  unit: 'Einheit',
  reads: 'Liest sich als',
  changes: 'Ändert sich mit',
  since: (day) => `hier seit ${day}`,
  institution: 'die ganze Einrichtung',
  own: (unit, day, version) => `Für ${unit}, seit ${day}: Version ${f.number(version)}, mit anderen Zahlen.`,
  ownBack: (unit, day) => `Für ${unit}, seit ${day}: wieder wie oben.`,
  changed: (before, value) => `aus ${before} wurde ${value}`,
  none: 'Noch ist nichts festgelegt.',
});
