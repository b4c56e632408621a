import type { CohortWords } from './cohort.ts';

const courses = (count: number): string => (count === 1 ? '1 Kurs' : `${String(count)} Kursen`);

export const cohort: CohortWords = {
  title: (of) => `Kohortenbericht: ${of}`,
  weeks: (count, from, to) =>
    count === 1 ? `Eine Woche, ab ${from}.` : `${String(count)} Wochen, vom ${from} bis zur Woche vom ${to}.`,
  asOf: (day) => `Stand der Zahlen: ${day}.`,
  short: 'Kurz gesagt',
  learnersIn: (learners, count, day) =>
    `In der Woche vom ${day} gab es rund ${learners} Einschreibungen in ${courses(count)}.`,
  learnersHidden: (day) =>
    `Wie viele in der Woche vom ${day} eingeschrieben waren, ist ausgelassen: Es würde von wenigen Menschen erzählen.`,
  mayBe: (people, share) => `Rund ${people} davon könnten hier ohne Anschluss sein (${share}).`,
  mayBeHidden: 'Wie viele davon ohne Anschluss sein könnten, ist ausgelassen: Es würde von wenigen Menschen erzählen.',
  index: (index, band, interval) =>
    `Die Gemeinschaft liegt bei ${index} von 100: ${band}. Mit anderen Lernenden könnten es ${interval} sein.`,
  noIndex: 'Zur Gemeinschaft lässt sich keine Zahl sagen: Zu wenig ist zu sehen, oder es sind zu wenige Lernende.',
  weakest: (theme) => `Das schwächste Thema ist „${theme}“.`,
  byWeek: 'Lernende Woche für Woche',
  byWeekCaption:
    'Anteile an allen Einschreibungen der Woche. Ein Umriss steht, wo ein Teil ausgelassen ist, weil er von wenigen Menschen erzählen würde.',
  healthByWeek: 'Gemeinschaft Woche für Woche',
  healthCaption:
    'Gemeinschaft, 0 bis 100, mit ihrem 90-%-Intervall über die Lernenden. Eine Lücke: In dieser Woche lässt es sich nicht sagen.',
  noHealthYet: 'Zu keiner Woche lässt sich etwas über die Gemeinschaft sagen.',
  themesOf: (day) => `Themen in der Woche vom ${day}`,
  theme: 'Thema',
  points: 'Punkte von 100',
  courses: (day) => `Kurse in der Woche vom ${day}`,
  coursesCaption:
    'Gemeinschaft jedes Kurses mit ihrem 90-%-Intervall, nach Titel. Wo sich zwei Linien überschneiden, ist keine Reihenfolge bekannt.',
  coursesTable: 'Lernende nach Kurs',
  themesTable: 'Gemeinschaft nach Kurs, ohne das, was die Lehrenden betrifft',
  notSeen: 'Was wir nicht sehen',
  cannotTell: (people) => `Von rund ${people} Lernenden kann Kith nicht sagen, ob sie mit anderen in Kontakt sind.`,
  withoutIndex: (count) =>
    count === 1
      ? '1 Kurs hat keine Zahl zur Gemeinschaft: zu wenige Lernende, oder zu wenig ist von ihm zu sehen.'
      : `${String(count)} Kurse haben keine Zahl zur Gemeinschaft: zu wenige Lernende, oder zu wenig ist von ihnen zu sehen.`,
  allSeen: 'Zu jedem Kurs gibt es eine Zahl zur Gemeinschaft, und von allen Lernenden lässt sich etwas sagen.',
  made: [
    'Ob jemand ohne Anschluss sein könnte, wird jede Woche aus acht erklärten Teilen berechnet: Kontakt zu anderen, wer sich an die Person wandte, Antworten, eigene Beiträge, Live-Sitzungen, zuletzt gesehen und Rückgang gegenüber der eigenen Vergangenheit.',
    'Die Gemeinschaft wird aus den Lernenden und Beiträgen aller Kurse zusammen neu berechnet, nie als Mittel ihrer Zahlen. Die Intervalle sind Bootstrap-Intervalle über die Lernenden.',
    'Wer widersprochen hat oder nicht eingeschrieben ist, steht in keiner Zahl. Wer zwei Kurse belegt, zählt in beiden.',
  ],
  limits: (least) => [
    'Sie sagen, wer in dem, was Kith sehen kann, ohne Anschluss sein könnte. Sie sagen keinen Erfolg voraus und sind kein Urteil über einen Menschen, einen Kurs oder die Lehrenden.',
    `Weniger als ${least} Menschen sind ausgelassen, und mit ihnen, woraus man sie errechnen könnte (Giessing & Repsilber 2002). „Ausgelassen“ ist weder null noch unbekannt; ein Strich ist unbekannt; eine Null ist eine Null.`,
    'Zahlen sind auf fünf gerundet, Anteile sind Anteile solcher Zahlen (HESA Standard Rounding). Teile müssen daher nicht ihre Summe ergeben, und fünf Unterschied zwischen zwei Wochen können ein Mensch sein.',
    'Von Kursen ist unterschiedlich viel zu sehen. Vergleichen Sie einen Kurs erst mit seiner eigenen Vergangenheit, dann mit anderen.',
  ],
  instead: {
    byWeek: 'Balken der Anteile Woche für Woche; die Tabelle darunter hat dieselben Zahlen.',
    health: 'Eine Linie der Gemeinschaft über die Wochen mit Intervall; die Tabelle darunter hat dieselben Zahlen.',
    courses: 'Gemeinschaft der Kurse mit Intervallen; die Tabelle darunter hat dieselben Zahlen.',
  },
};
