import type { Formats } from '#lib/format/formats.ts';
import type { Messages } from '../en.ts';

export const course = (f: Formats): Messages['course'] => ({
  people: 'Menschen',
  network: 'Netzwerk',
  sections: 'Teile dieses Kurses',
  openInSource: 'Kurs öffnen',
  back: 'Meine Kurse',
  ended: (day) => `Der Kurs ist${day === undefined ? '' : ` am ${day}`} zu Ende gegangen.`,
  endedMore: (week) =>
    `Sie sehen den Stand seiner letzten Woche, Woche ${f.number(week)}: wie es den Menschen damals ging, nicht wie es ihnen geht.`,
  endedNoWeek: 'Aus ihm kommen keine Hinweise mehr.',
  computed: (when) => `Zahlen von ${when}`,
  neverComputed: 'Die Zahlen dieses Kurses wurden noch nicht berechnet.',
  neverComputedNext: 'Sie kommen nach dem ersten Laden von selbst. Auf dem Server: kith compute.',
  stale:
    'Die Zahlen sind älter als die Daten. Sie kommen von selbst nach; laden Sie die Seite in ein paar Minuten neu.',
  redRun: (source) => `Die letzte Ladung von ${source} wird zurückgehalten. Sie sehen die Zahlen von davor.`,
  redRunLink: 'Warum?',
  stewardDecides: 'Wer die Daten verantwortet, nimmt sie an oder verwirft sie.',

  week: 'Woche',
  weekIs: (week, days) => `Woche ${f.number(week)}, ${days}`,
  weekOf: (week) => `Woche ${f.number(week)}`,
  previous: 'Frühere Woche',
  play: 'Abspielen',
  pause: 'Anhalten',
  next: 'Spätere Woche',
  lastClosed: 'die letzte abgeschlossene Woche',
  stripCaption: (from, to) =>
    from === to
      ? 'Bisher eine abgeschlossene Woche.'
      : `Menschen, die ohne Anschluss sein könnten, Woche ${f.number(from)} bis ${f.number(to)}.`,
  stripTable: 'Wochen dieses Kurses',
  weekColumns: {
    week: 'Woche',
    learners: 'Lernende',
    scored: 'Bewertet',
    may: 'Vielleicht ohne Anschluss',
    active: 'Aktiv',
  },
  posts: 'Beiträge',
  noWeek: 'Noch ist keine Woche dieses Kurses abgeschlossen.',
  noWeekNext: 'Die ersten Zahlen kommen nach dem ersten Sonntag des Kurses.',

  sentence: (may, learners) =>
    may === 0
      ? `Von ${f.count(learners, 'lernenden Person', 'Lernenden')} fällt niemand als ohne Anschluss auf.`
      : `${f.number(may)} von ${f.count(learners, 'lernenden Person', 'Lernenden')} ${f.plural(may, 'könnte', 'könnten')} hier ohne Anschluss sein.`,
  sentenceAway: (away, learners) =>
    away === 0
      ? `Von ${f.count(learners, 'lernenden Person', 'Lernenden')} ist niemand selten hier.`
      : `${f.number(away)} von ${f.count(learners, 'lernenden Person', 'Lernenden')} ${f.plural(away, 'ist', 'sind')} selten hier.`,
  sentenceCannot: (learners) =>
    `Bei niemandem von ${f.count(learners, 'lernenden Person', 'Lernenden')} kann Kith sagen, ob Anschluss da ist.`,
  sentenceEmpty: 'In diesem Kurs gibt es noch keine Lernenden.',
  emptyNext:
    'Sie kommen mit der Teilnehmerliste: einer OneRoster- oder Einschreibedatei, oder mit den ersten Beiträgen.',
  included: (included, of) =>
    `${f.number(included)} von ${f.count(of, 'lernenden Person', 'Lernenden')} einbezogen: ${f.count(of - included, 'Person hat', 'Personen haben')} sich dagegen entschieden, dabei zu sein. Listen und Bilder lassen sie in jeder Woche weg, die Zahlen des Kurses ab der Woche, in der sie es gesagt haben.`,
  before: (week, may) => `In Woche ${f.number(week)} waren es ${f.number(may)}.`,
  staffByCommand:
    'Hier schreibt niemand, der vorgeschlagen werden könnte. Wer die Daten verantwortet, benennt die Lehrenden: kith course set --staff.',
  cannot: (people) => `Bei ${f.count(people, 'Person', 'Personen')} können wir es nicht sagen.`,
  course: 'Das sieht nach dem Kurs aus, nicht nach den Lernenden.',
  courseMore: (share) =>
    `${share} derer, die wir beurteilen können, könnten ohne Anschluss sein. Sehen Sie nach, was sich im Kurs geändert hat, bevor Sie einzelnen schreiben.`,
});

export const notices = (_: Formats): Messages['notices'] => ({
  no_way_to_connect: {
    title: 'Dieser Kurs gibt niemandem einen Weg zueinander: kein Forum, keine Gruppe, keine Sitzung.',
    next: 'Das sagt etwas über den Kurs und nichts über die Menschen, deshalb steht niemand auf der Liste. Öffnen Sie ein Forum, bilden Sie Gruppen oder bieten Sie eine Sitzung an.',
  },
  no_staff: {
    title: 'Es ist nicht bekannt, wer hier unterrichtet, deshalb wird niemand bewertet.',
    next: 'Kennzeichnen Sie unten, wer unterrichtet; die Zahlen kommen von selbst.',
  },
  no_roster: {
    title: 'Es gibt keine Teilnehmerliste: Hier stehen die Menschen, deren Spuren gesehen wurden.',
    next: 'Anteile der ganzen Klasse bleiben leer. Laden Sie eine Liste (OneRoster oder Einschreibungen), um sie zu füllen.',
  },
  assumed_start: {
    title: 'Der Beginn des Kurses ist aus der ersten Aktivität angenommen.',
    next: 'Ist Woche 1 falsch, setzt sie, wer die Daten verantwortet: kith course set --start.',
  },
  no_forum: {
    title: 'Kein Forum ist verbunden.',
    next: 'Ohne Forum sieht Kith viel weniger. Wer die Daten verantwortet, kann unter „Daten“ eines verbinden.',
  },
  no_live: {
    title: 'Keine Anwesenheit bei Live-Sitzungen ist verbunden.',
    next: 'Anwesenheitsberichte von Sitzungen lassen sich laden.',
  },
  no_activity: {
    title: 'Kein Aktivitätsprotokoll ist verbunden.',
    next: '„Zuletzt gesehen“ lässt sich erst sagen, wenn eines da ist.',
  },
  parents_unknown: {
    title: 'Die Quelle sagt nicht, auf welchen Beitrag eine Antwort antwortet.',
    next: 'Ob jemand Antwort bekommt, lässt sich hier nicht sagen.',
  },
  presence_signal_only: {
    title: 'Kith kann in diesem Kurs nicht sehen, wer mit wem spricht.',
    next: 'Sie sehen, wie oft jemand hier ist, unter eigenem Namen: ein Anwesenheitszeichen. Wer Anschluss hat, sagt es nicht.',
  },
  small_course: {
    title: 'Das ist ein kleiner Kurs.',
    next: 'Ein üblicher Wert ruht auf wenigen Menschen; nehmen Sie einzelne Punkte leicht.',
  },
  not_started: {
    title: 'Der Kurs hat noch nicht begonnen.',
    next: 'Die ersten Zahlen kommen nach seiner ersten vollen Woche.',
  },
  ended: { title: 'Der Kurs ist zu Ende.', next: 'Sie sehen seine letzten Wochen, wie sie waren.' },
});

export const beside = (f: Formats): Messages['beside'] => ({
  waiting: 'Wartet auf Antwort',
  noWaiting: 'Kein Beitrag von Lernenden aus den letzten vier Wochen wartet auf Antwort.',
  waitingDays: (days) => `seit ${f.count(days, 'Tag', 'Tagen')}`,
  firstPost: 'erster Beitrag',
  untitled: 'Ein Beitrag ohne Titel',
  anonymous: 'anonym',
  more: (count) => `und ${f.count(count, 'weiterer Beitrag', 'weitere Beiträge')}`,

  sources: 'Was Kith sieht',
  seen: (seen, learners) => `${f.number(seen)} von ${f.number(learners)} gesehen`,
  newest: (when) => `Neuestes ${when}`,
  notConnected: 'nicht verbunden',
  noSources: 'Mit diesem Kurs ist keine Quelle verbunden.',

  measures: 'Der Kurs in Zahlen',
  noMeasures: 'Für eigene Zahlen braucht der Kurs noch ein paar Menschen oder Beiträge.',
  moreMeasures: (count) => f.count(count, 'weitere Zahl', 'weitere Zahlen'),
  whatIsThis: 'wie gezählt wird',

  markTitle: 'Wer unterrichtet hier?',
  markMore: 'Diese Menschen schreiben am meisten. Kreuzen Sie an, wer unterrichtet; die anderen bleiben Lernende.',
  markPosts: (posts) => f.count(posts, 'Beitrag', 'Beiträge'),
  mark: 'Als lehrend kennzeichnen',
  marking: 'Wird gekennzeichnet …',
  marked: (people) =>
    `${f.count(people, 'Person ist', 'Personen sind')} als lehrend gekennzeichnet. Die Zahlen werden neu berechnet.`,
  nobodyTicked: 'Kreuzen Sie zuerst mindestens eine Person an.',
});
