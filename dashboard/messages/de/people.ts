import type { Formats } from '#lib/format/formats.ts';
import type { Messages } from '../en.ts';

export const people = (f: Formats): Messages['people'] => ({
  heading: 'Menschen dieser Woche',
  filters: 'Zeigen',
  all: 'Alle',
  cannotTell: 'wir können es nicht sagen',
  noNames: 'Namen stehen Ihnen in diesem Kurs nicht offen.',
  noNamesMore: 'Sie sehen, wie es dem Kurs als Ganzem geht. Namen sehen die, die ihn unterrichten.',
  nobodyShown: 'In dieser Woche gehört niemand zu dieser Auswahl.',
  more: (count) => `Alle ${f.number(count)} zeigen`,
  others: { watch: 'Der Kontakt wird dünner', connected: 'In Kontakt' },
  othersAway: { watch: 'Etwas seltener hier', connected: 'Hier wie üblich' },
  cannotHeading: (count) => `${f.count(count, 'Person, bei der', 'Personen, bei denen')} wir es nicht sagen können`,
  cannotIntro: 'Für sie steht kein Wert da, und nichts wird gefolgert. Was helfen würde, steht bei jeder Gruppe.',

  score: (score) => f.number(score, 0),
  points: (points) => f.number(points),
  sure: (word, seen, connected) =>
    seen >= connected
      ? `Sicherheit: ${word}, ${connected === 1 ? 'die eine Quelle' : `alle ${f.number(connected)} Quellen`}`
      : `Sicherheit: ${word}, ${f.number(seen)} von ${f.number(connected)} Quellen`,
  notSeen: 'Nicht zu sehen:',
  moreReasons: (count) => f.count(count, 'weiterer Grund', 'weitere Gründe'),
  provisional: 'in den Daten gesehen, auf keiner Teilnehmerliste',
  seePosts: 'Beiträge und Sitzungen ansehen',
  bar: (score) => `Teile von ${f.number(score, 0)} Punkten auf einer Skala von 0 bis 100`,
  openEvidence: 'was gezählt wurde',
  nothingAdds: 'Nichts trägt zum Wert bei: Der Kontakt ist wie üblich oder besser.',
  presenceLabel: 'Anwesenheitszeichen',
});

export const evidence = (f: Formats): Messages['evidence'] => ({
  counted: (count) => `Gezählt (${f.number(count)})`,
  notCounted: (count) => `Angesehen, nicht gezählt (${f.number(count)})`,
  nothing: 'Es gab nichts zu zählen. Das ist es, was die Zahl sagt.',
  formula: 'Wie gerechnet wird',
  columns: { what: 'Was', when: 'Wann', who: 'Mit', adds: 'Trägt bei', why: 'Warum' },
  addsOne: 'eins',
  method: 'Alles über diese Zahl',
  loading: 'Beiträge und Sitzungen werden geholt …',
  back: (name) => `Zurück zu ${name}`,
  heading: (name, week) => `${name}, Woche ${f.number(week)}`,
  noTitle: 'ohne Titel',
});

export const person = (f: Formats): Messages['person'] => ({
  weekIs: (week, days) => `Woche ${f.number(week)}, ${days}`,
  why: 'Warum',
  sum: (score) => `Die Teile ergeben zusammen ${f.number(score, 0)}.`,
  compared: {
    group: (learners) =>
      `Verglichen mit ${f.count(learners, 'aktiven Person', 'aktiven Mitlernenden')}, die dieselben Gelegenheiten ${f.plural(learners, 'hatte', 'hatten')}.`,
    course: (learners) => `Verglichen mit ${f.count(learners, 'aktiven Person', 'aktiven Mitlernenden')} des Kurses.`,
    fallback: (_learners) =>
      'Zu wenige aktive Mitlernende für einen üblichen Wert; stattdessen wurden feste Werte verwendet.',
  },
  coverage: (share) => `Kith konnte auf ${share} dessen sehen, woraus ein Wert besteht.`,

  trend: 'Von Woche zu Woche',
  trendCaption: (name, weeks, band) => `${name} über ${f.count(weeks, 'Woche', 'Wochen')}; jetzt ${band}.`,
  trendNone: (name) => `Keine Woche von ${name} ließ sich bewerten; die Linie bleibt leer.`,
  trendColumns: {
    week: 'Woche',
    score: 'Wert',
    band: 'Stufe',
    days: 'Aktive Tage',
    posts: 'Beiträge',
    sessions: 'Sitzungen',
  },
  reachedOut: 'Kontakt',
  contactsNote: (contacts) =>
    `${f.count(contacts, 'Linie', 'Linien')} von oben nach unten: Jemand hat sich gemeldet. Was danach kam, muss nicht daher kommen.`,
  gap: 'wir können es nicht sagen',
  newDefinition: (version) => `Festlegung ${f.number(version)}`,
  definitionNote:
    'Eine gestrichelte Linie zeigt eine neue Festlegung: Werte zu ihren beiden Seiten sind nicht ganz vergleichbar.',

  ties: 'Verbindungen',
  tiesCaption: (people) => `In den letzten sechs Wochen mit ${f.count(people, 'Person', 'Personen')} in Kontakt.`,
  noTies: 'In den letzten sechs Wochen keine Verbindung zu irgendwem.',
  tieColumns: {
    who: 'Mit',
    from: 'Woher',
    received: 'Bekommen',
    sent: 'Gegeben',
    together: 'Zusammen',
    last: 'Zuletzt',
  },
  tieUnit:
    'Stärken in Antworten gemessen: 1 ist eine frische direkte Antwort; nach 14 Tagen ist die Hälfte davon übrig.',
  events: (kind, events) => `${kind} (${f.number(events)})`,
  staff: 'lehrend',

  timeline: 'Was geschah',
  noSignals: 'Bis zu dieser Woche wurde keine Spur dieser Person gesehen.',
  noSignalsNext: 'Prüfen Sie vor allem anderen, ob das Konto erkannt ist.',

  unseen: 'Was Kith nicht sehen kann',
  seenToo: 'Was Kith sieht',
  allSeen: 'Jede verbundene Quelle zeigt diese Person.',
  becauseLogged: 'Dass Sie diese Seite geöffnet haben, steht im Zugriffsprotokoll.',
});
