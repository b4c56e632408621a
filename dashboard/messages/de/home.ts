import type { Formats } from '#lib/format/formats.ts';
import type { Messages } from '../en.ts';

export const home = (f: Formats): Messages['home'] => ({
  title: 'Meine Kurse',
  headline: (people) =>
    people === 0
      ? 'Niemand fällt als ohne Anschluss auf'
      : `${f.count(people, 'Person könnte', 'Personen könnten')} ohne Anschluss sein`,
  summary: (courses, learners) =>
    `${f.count(courses, 'Kurs', 'Kurse')}, ${f.count(learners, 'lernende Person', 'Lernende')}.`,
  onlyCourses: (courses) => `${f.count(courses, 'Kurs', 'Kurse')}.`,
  cannotTell: (people) => `Bei ${f.number(people)} können wir es nicht sagen.`,
  seldomHere: (people) =>
    `${f.count(people, 'Person ist', 'Personen sind')} selten hier in Kursen, in denen Kith nicht sehen kann, wer mit wem spricht.`,
  none: 'Noch steht Ihnen kein Kurs offen.',
  noneMore: 'Sie sehen die Kurse, die Sie unterrichten, und die eines Bereichs, für den Sie ein Recht haben.',
  noneNext:
    'Bitten Sie die Menschen, die Kith betreiben, Sie in einem Kurs als lehrend zu kennzeichnen oder Ihnen eine Rolle zu geben.',
  week: (week, weeks) => `Woche ${f.number(week)} von ${f.number(Math.max(week, weeks))}`,
  notStarted: 'Noch ist keine Woche abgeschlossen',
  notComputed: 'Noch nicht berechnet',
  noCounts: 'Wie es den Menschen geht, sehen die, die diesen Kurs unterrichten.',
  moreLimits: (count) => `und noch ${f.count(count, 'Ding, das Sie wissen sollten', 'Dinge, die Sie wissen sollten')}`,
  steward: 'Sie kümmern sich um die Daten.',
  stewardNext: 'Zu Quellen und Ladungen',
  learners: (count) => f.count(count, 'lernende Person', 'Lernende'),
  mayBe: (count) => `${f.count(count, 'Person könnte', 'Personen könnten')} hier ohne Anschluss sein`,
  mayBeAway: (count) => `${f.count(count, 'Person ist', 'Personen sind')} selten hier`,
  nobody: 'Diese Woche fällt niemand auf',
  waiting: (posts) => `${f.count(posts, 'Beitrag wartet', 'Beiträge warten')} auf Antwort`,
  byBand: 'Lernende nach Stufe',
  past: (courses) => `${f.count(courses, 'Kurs', 'Kurse')} früherer Semester`,
  pastMore:
    'Sie sind zu Ende: Aus ihnen kommen keine Hinweise mehr, und die Menschen stehen da, wie sie in der letzten Woche standen.',
  ended: (day) => (day === undefined ? 'Zu Ende.' : `Zu Ende seit ${day}.`),
  asOfLast: 'So war es in der letzten Woche:',
  onlyPast: 'Ihre Kurse sind zu Ende',
});
