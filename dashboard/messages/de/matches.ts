import type { Formats } from '#lib/format/formats.ts';
import type { Messages } from '../en.ts';

const schemes: Readonly<Record<string, string>> = {
  email: 'Die Adresse',
  email_sha1: 'Die Prüfsumme einer Adresse',
  account: 'Das Konto',
  lms: 'Die Kennung',
  username: 'Der Benutzername',
  sis: 'Die Matrikelnummer',
};

export const matches = (f: Formats): Messages['matches'] => ({
  title: 'Menschen in mehreren Quellen',
  toMatches: 'Menschen in mehreren Quellen',
  headline: (waiting) =>
    waiting === 0
      ? 'Niemand wartet darauf, erkannt zu werden'
      : `${f.count(waiting, 'Frage', 'Fragen')} dazu, wer wer ist`,
  intro:
    'Kith verbindet Konten nur dann von selbst, wenn eine Matrikelnummer oder eine bestätigte Adresse es sagt. Was bloß wahrscheinlich ist, wartet hier. Was Sie entscheiden, lässt sich zurücknehmen, und nichts muss noch einmal geladen werden.',
  suggestions: 'Vielleicht eine Person',
  suggestionsMore: 'Nur innerhalb der Teilnehmerliste eines Kurses gefunden.',
  suggestion: (seen, listed) => `Ist ${seen} dieselbe Person wie ${listed}?`,
  evidence: {
    name: (said, other) =>
      said === other
        ? `Beide Quellen schreiben „${said}“, und sonst heißt niemand im Kurs so.`
        : `Eine Quelle schreibt „${said}“, die andere „${other}“, und sonst heißt niemand im Kurs so.`,
    email: (said) => `Beide nennen die Adresse ${said}, und keine Quelle bürgt dafür.`,
  },
  traces: (traces) => (traces === 0 ? '' : `In diesem Kurs ${f.number(traces)}-mal gesehen.`),
  account: (name, source) => `${name} in ${source}`,
  key: (key) => `dort bekannt als ${key}`,
  one: 'Eine Person',
  two: 'Zwei Personen',
  conflicts: 'Führt zu zwei Personen',
  conflictsMore: 'Bis Sie entscheiden, verbinden diese Kennzeichen niemanden.',
  conflict: (people, scheme, value) =>
    `${schemes[scheme] ?? scheme} ${value} steht bei ${f.count(people, 'Konto', 'Konten')} verschiedener Personen.`,
  shared: 'Es wird geteilt: Es verbindet niemanden',
  chooseTwo: 'Diese beiden sind eine Person',
  first: 'Ein Konto',
  second: 'Das andere Konto',
  unmatched: 'Nur gesehen',
  unmatchedMore: 'Menschen, die an einem Kurs teilnehmen und auf keiner Teilnehmerliste stehen.',
  unmatchedColumns: { course: 'Kurs', seen: 'Nur gesehen', listed: 'Auf der Liste' },
  changes: 'Was entschieden wurde',
  changeColumns: { what: 'Was', who: 'Wer', accounts: 'Betrifft', why: 'Warum', do: 'Zurücknehmen' },
  kind: {
    join: 'eine Person',
    split: 'getrennt',
    part: 'zwei Personen',
    ignore: 'ein geteiltes Kennzeichen',
    undo: 'zurückgenommen',
    load: 'durch die Kennzeichen einer Ladung',
  },
  state: { asked: 'wird gemacht …', done: 'gemacht', refused: 'ließ sich nicht machen' },
  undone: 'seither zurückgenommen',
  moved: (accounts) => (accounts === 0 ? '' : `${f.count(accounts, 'Konto', 'Konten')} bewegt`),
  commandLine: 'Befehlszeile',
  byLoad: (runId) => `Ladung ${f.number(runId, 0)}`,
  undo: 'Zurücknehmen',
  why: 'Warum (bleibt im Protokoll)',
  ownWord: 'Die Person hat es uns gesagt. Ein Spitzname (Discord, Reddit …) verbindet durch kein anderes Wort.',
  byHand: 'Sagen Sie es selbst',
  byHandMore:
    'Wen nur ein Spitzname nennt, den schlägt nichts vor. Suchen Sie beide Konten, kreuzen Sie sie an und sagen Sie, was sie sind.',
  find: 'Name, Adresse, Kennung oder Spitzname',
  findIt: 'Suchen',
  found: (accounts, word) =>
    accounts === 0 ? `Kein Konto trägt „${word}“.` : `${f.count(accounts, 'Konto trägt', 'Konten tragen')} „${word}“.`,
  handle: 'ein Spitzname',
  onlySeen: 'auf keiner Liste',
  chooseExactly: 'Kreuzen Sie zwei Konten an.',
  none: 'Noch hat niemand etwas entschieden.',
  nothing: 'Alle, die gesehen wurden, stehen auf einer Liste.',
  nothingMore:
    'Wenn eine Quelle jemanden bringt, den keine Liste kennt, und ein Name oder eine Adresse nahelegt, wer es ist, wird hier gefragt.',
  waiting: 'Was Sie entschieden haben, wird ausgeführt. Laden Sie die Seite gleich neu.',
});
