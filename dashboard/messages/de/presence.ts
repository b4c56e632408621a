import type { Formats } from '#lib/format/formats.ts';
import type { Messages } from '../en.ts';

export const presence = (f: Formats): Messages['presence'] => ({
  heading: 'Wer kam, wer aktiv war',
  state: {
    cannot_see: 'Nicht zu sehen',
    no_opportunity: 'Noch nichts zum Mitmachen',
    never_started: 'Noch nicht da',
    reading_only: 'Lesen mit',
    unanswered: 'Schreiben, und noch hat sich niemand an sie gewandt',
    one_way: 'Kontakt nur in eine Richtung',
    connected: 'Im Kontakt mit anderen Lernenden',
  },
  came: (came, asked) =>
    `${f.number(came)} von ${f.count(asked, 'lernenden Person', 'Lernenden')}, für die es eine Sitzung gab, ${came === 1 ? 'kam' : 'kamen'} in der letzten gezeigten Woche zu einer.`,
  here: {
    days: (here, seen) =>
      `${f.number(here)} von ${f.count(seen, 'sichtbaren lernenden Person', 'sichtbaren Lernenden')} ${here === 1 ? 'war' : 'waren'} an einem Tag dieser Woche da.`,
    posts: (here, seen) =>
      `${f.number(here)} von ${f.count(seen, 'sichtbaren lernenden Person', 'sichtbaren Lernenden')} ${here === 1 ? 'hat' : 'haben'} in dieser Woche etwas geschrieben.`,
  },
  noAttendance: 'Keine Quelle zur Anwesenheit speist diesen Kurs: Wer zu Sitzungen kam, ist nicht bekannt.',
  noSessions: 'In der letzten gezeigten Woche gab es für niemanden eine Sitzung.',
  noActivity: 'Weder ein Aktivitätsprotokoll noch ein Forum speist diesen Kurs: Wer aktiv war, ist nicht bekannt.',
  postsOnly:
    'Kein Aktivitätsprotokoll speist diesen Kurs, deshalb zählen Beiträge statt aktiver Tage: Wer nur liest, hat eine 0.',
  order: 'Reihenfolge',
  orders: { state: 'nach Art der Teilnahme', name: 'nach Namen', quiet: 'am längsten weg zuerst' },
  only: 'Zeigen',
  all: 'Alle',
  sessions: 'Sitzungen: besucht / gehalten',
  activity: { days: 'Aktive Tage, von 7', posts: 'Beiträge' },
  week: (week) => `Woche ${f.number(week)}`,
  learner: 'Lernende',
  key: 'Dunkler ist mehr. „·“ keine Sitzung, „e“ entschuldigt, „?“ nicht bekannt, leer: noch nicht eingeschrieben. 0 heißt, dass nichts geschah, „?“, dass es niemand sagen kann.',
  point: 'Zeigen Sie auf eine Woche oder gehen Sie mit den Pfeiltasten hin, um sie in Worten zu lesen.',
  said: (name, week, words) => `${name}, Woche ${f.number(week)}: ${words}`,
  sessionSaid: (came, held, excused) =>
    (held === 0 ? '' : `bei ${f.number(came)} von ${f.count(held, 'Sitzung', 'Sitzungen')} da. `) +
    (excused === 0 ? '' : `Von ${f.number(excused)} entschuldigt.`),
  daysSaid: (days) => (days === 0 ? 'an keinem Tag da.' : `an ${f.count(days, 'Tag', 'Tagen')} da.`),
  postsSaid: (posts) => (posts === 0 ? 'nichts geschrieben.' : `${f.count(posts, 'Beitrag', 'Beiträge')} geschrieben.`),
  cell: {
    none_held: 'keine erreichbare Sitzung gehalten.',
    not_known: 'nicht bekannt, keine Quelle zeigt es.',
    not_enrolled: 'noch nicht eingeschrieben.',
  },
  sums: 'Dasselbe als Tabelle',
  sumColumns: {
    came: 'Sitzungen',
    days: 'Aktive Tage',
    posts: 'Beiträge',
    active: 'Aktive Wochen',
    unknown: 'Wochen nicht bekannt',
  },
  of: (part, whole) => `${f.number(part)} von ${f.number(whole)}`,
  shown: (from, to, total) => `${f.number(from)} bis ${f.number(to)} von ${f.number(total)}`,
  next: 'Weiter',
  before: 'Zurück',
  nobody: 'In dieser Woche ist niemand in dieser Gruppe.',
});
