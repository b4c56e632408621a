import type { Formats } from '#lib/format/formats.ts';
import type { Messages } from '../en.ts';

export const divisions = (f: Formats): Messages['divisions'] => {
  const points = (share: number) => f.number(Math.round(100 * share));
  const gap = (most: string, difference: number) =>
    `besuchen von hundert Sitzungen ${points(difference)} weniger als Lernende in ${most}`;
  const r = (value: number) => f.number(value, 2);
  const mixing = (own: string) => (value: number, low: number, high: number) =>
    `${low > 0 ? `Lernende sprechen eher mit denen aus ${own}` : `Nichts deutet darauf hin, dass Lernende unter denen aus ${own} bleiben`}: r = ${r(value)} (95-%-Intervall: ${r(low)} bis ${r(high)}); 0 ist zufällig, 1 heißt: jede Gruppe für sich.`;
  return {
    title: 'Regionen und Zeitzonen',
    by: {
      region: {
        title: 'Regionen',
        column: 'Region',
        table: 'Teilnahme nach Region',
        gap: (least, most, difference) => `Lernende in ${least} ${gap(most, difference)}`,
        noGap: 'Zu wenige Lernende verschiedener Regionen besuchen Sitzungen, um Regionen zu vergleichen.',
        mixing: mixing('ihrer eigenen Region'),
        unknown: (people) => `Von etwa ${f.number(people)} weiteren sagt niemand, in welcher Region sie leben.`,
        unknownFew: 'Von einigen weiteren sagt niemand, in welcher Region sie leben.',
        leftOut:
          'Andere Regionen sind weggelassen: Dort leben wenige Lernende, oder sie würden eine Region mit wenigen verraten.',
      },
      timeZone: {
        title: 'Zeitzonen',
        column: 'Zeitzone',
        table: 'Teilnahme nach Zeitzone',
        gap: (least, most, difference) => `Lernende in der Zeitzone ${least} ${gap(most, difference)}`,
        noGap: 'Zu wenige Lernende verschiedener Zeitzonen besuchen Sitzungen, um Zeitzonen zu vergleichen.',
        mixing: mixing('ihrer eigenen Zeitzone'),
        unknown: (people) => `Von etwa ${f.number(people)} weiteren sagt niemand, in welcher Zeitzone sie sitzen.`,
        unknownFew: 'Von einigen weiteren sagt niemand, in welcher Zeitzone sie sitzen.',
        leftOut:
          'Andere Zeitzonen sind weggelassen: Dort sitzen wenige Lernende, oder sie würden eine Zone mit wenigen verraten.',
      },
    },
    range: (low, high) => `(95-%-Intervall: ${points(low)} bis ${points(high)}).`,
    chance: 'Das Intervall reicht bis null: Der Unterschied kann Zufall sein.',
    people: 'Lernende',
    attendance: 'Teilnahme',
    interval: '95-%-Intervall',
    between: (low, high) => `${f.percent(low)} bis ${f.percent(high)}`,
    how: 'Live-Sitzungen der letzten vier Wochen; solche in der Nacht der eigenen Zeitzone und entschuldigte zählen nicht. Nur Regionen und Zonen mit zehn Lernenden oder mehr; Lernende auf die nächsten fünf. Der Abstand liegt zwischen den beiden, die am weitesten auseinander sind, und sein Intervall berücksichtigt diese Auswahl.',
  };
};
