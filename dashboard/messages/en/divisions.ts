import type { Formats } from '#lib/format/formats.ts';

/** How far apart regions and time zones attend, on a programme's page. */
export const divisions = (f: Formats) => {
  const between = (low: number, high: number) => `${f.percent(low)} to ${f.percent(high)}`;
  const points = (share: number) => f.number(Math.round(100 * share));
  const gap = (most: string, difference: number) =>
    `attend ${points(difference)} sessions fewer in a hundred than those in ${most}`;
  const r = (value: number) => f.number(value, 2);
  const mixing = (what: string) => (value: number, low: number, high: number) =>
    `${low > 0 ? `Learners tend to talk with those of their own ${what}` : `There is no sign that learners keep to their own ${what}`}: r = ${r(value)} (95% interval: ${r(low)} to ${r(high)}); 0 is at random, 1 is each to itself.`;
  return {
    title: 'Regions and time zones',
    by: {
      region: {
        title: 'Regions',
        column: 'Where they live',
        table: 'Attendance by region',
        gap: (least: string, most: string, difference: number) => `Learners in ${least} ${gap(most, difference)}`,
        noGap: 'Too few learners of different regions attend sessions to hold regions side by side.',
        mixing: mixing('region'),
        unknown: (people: number) => `Of about ${f.number(people)} more, nobody says in which region they live.`,
        unknownFew: 'Of a few more, nobody says in which region they live.',
        leftOut: 'Other regions are left out: few learners live there, or they would give away a region with few.',
      },
      timeZone: {
        title: 'Time zones',
        column: 'Time zone',
        table: 'Attendance by time zone',
        gap: (least: string, most: string, difference: number) =>
          `Learners who sit in ${least} ${gap(most, difference)}`,
        noGap: 'Too few learners of different time zones attend sessions to hold time zones side by side.',
        mixing: mixing('time zone'),
        unknown: (people: number) => `Of about ${f.number(people)} more, nobody says in which time zone they sit.`,
        unknownFew: 'Of a few more, nobody says in which time zone they sit.',
        leftOut: 'Other time zones are left out: few learners sit there, or they would give away a zone with few.',
      },
    },
    range: (low: number, high: number) => `(95% interval: ${points(low)} to ${points(high)}).`,
    chance: 'The interval reaches zero: the difference may be chance.',
    people: 'Learners',
    attendance: 'Attendance',
    interval: '95% interval',
    between,
    how: 'Live sessions of the last four weeks; those at night in the learner’s own time zone and excused ones are not counted. Only regions and zones of ten learners or more; learners to the nearest five. The gap is between the two that lie furthest apart, and its interval allows for that choice.',
  };
};
