import type { Formats } from '#lib/format/formats.ts';
import type { Messages } from '../en.ts';

export const health = (f: Formats): Messages['health'] => ({
  title: 'Gesundheit der Gemeinschaft',
  band: { thriving: 'lebendig', steady: 'stabil', fragile: 'brüchig', struggling: 'mühsam' },
  sentence: (index, band) => `Gesundheit ${f.number(Math.round(index))} von 100: ${band}.`,
  interval: (low, high) =>
    `Mit anderen Lernenden könnten es ${f.number(Math.round(low))} bis ${f.number(Math.round(high))} sein.`,
  noInterval: 'Wie sicher das ist, lässt sich nicht sagen.',
  changed: (delta) =>
    delta > 0
      ? `Das sind ${f.number(Math.round(delta))} mehr als in der Woche davor.`
      : `Das sind ${f.number(Math.round(-delta))} weniger als in der Woche davor.`,
  wobble: 'Gegenüber der Woche davor nicht mehr als ein Schwanken.',
  moved: (points) =>
    points > 0
      ? `${f.number(Math.round(points))} mehr als in der Woche davor`
      : `${f.number(Math.round(-points))} weniger als in der Woche davor`,
  movedBy: (sentence) => `Vor allem dadurch: ${sentence}`,
  weakest: (theme) => `Am schwächsten: ${theme}.`,
  lowest: 'Die niedrigste einzelne Zahl:',
  withheld: {
    too_few_learners: 'Für diesen Gesamtwert gibt es zu wenige Lernende.',
    too_little_seen: 'Von diesem Kurs ist für einen Gesamtwert zu wenig zu sehen.',
  },
  withoutImmediacy: 'Was von den Lehrenden handelt, ist hier weggelassen; die anderen Themen teilen sich sein Gewicht.',
  coverage: (share) => `Es ruht auf ${f.number(Math.round(share * 100))} von 100 Punkten Gewicht.`,
  themes: 'Themen der Gemeinschaft',
  parts: 'Woraus jedes Thema besteht',
  points: (score) => `${f.number(Math.round(score))} von 100`,
  strip: (from, to) => `Gesundheit der Gemeinschaft, Woche ${f.number(from)} bis ${f.number(to)}.`,
  columns: { week: 'Woche', index: 'Gesundheit', low: 'von', high: 'bis' },
});

export const programmes = (f: Formats): Messages['programmes'] => ({
  title: 'Studiengänge',
  none: 'Hier gibt es für Sie keinen Studiengang.',
  noneMore:
    'Sie sehen einen Studiengang, wenn Sie die Zahlen aller Kurse darunter sehen dürfen. Dieses Recht vergibt, wer die Daten verantwortet.',
  headline: (courses) => `${f.count(courses, 'Kurs', 'Kurse')} in Ihrem Teil der Einrichtung.`,
  weekOf: (monday) => `Woche vom ${monday}`,
  facts: (courses, learners) =>
    learners === null
      ? f.count(courses, 'Kurs', 'Kurse')
      : `${f.count(courses, 'Kurs', 'Kurse')}, ${f.count(learners, 'Einschreibung', 'Einschreibungen')}`,
  mayBe: (share) =>
    `${f.number(Math.round(share * 100))} % derer, für die es einen Wert gibt, könnten ohne Anschluss sein.`,
  pooled: 'Neu gezählt aus den Lernenden und Beiträgen aller Kurse, nie ein Mittel ihrer Zahlen.',
  noImmediacy:
    'Was von den Lehrenden handelt, ist weggelassen: Davon ist nur die Rede, wenn es mindestens fünf zusammen sind.',
  dip: (fell, known) =>
    `In ${f.number(fell)} von ${f.number(known)} Kursen fiel die Gesundheit diese Woche. Das sieht nach der Woche aus, nicht nach einem Kurs.`,
  courses: 'Kurse',
  below: 'Teile davon',
  coursesMore: 'Jeder mit der Gesundheit seiner Wochen; der Schatten um die Linie sagt, wie sicher sie ist.',
  byHealth: 'Nach Gesundheit ordnen',
  byTitle: 'Nach Titel ordnen',
  noRanking:
    'Eine Ordnung nach Gesundheit gibt es nicht: Die Intervalle überlappen, sie würde mehr sagen, als bekannt ist.',
  between: (low, high) => `${low} bis ${high}`,
  heat: 'Themen je Kurs',
  heatMore: 'Punkte von 100, je niedriger, desto dunkler. Ein Strich: dort nicht bekannt.',
  course: 'Kurs',
  spread: (lowest, highest) =>
    `Seine Kurse liegen zwischen ${f.number(Math.round(lowest))} und ${f.number(Math.round(highest))}.`,
  ended: 'zu Ende',
  week: (week) => `Woche ${f.number(week)}`,
  back: 'Studiengänge',
  past: 'Gesundheit der Gemeinschaft in diesem Teil, Woche für Woche.',
});
