import type { Formats } from '#lib/format/formats.ts';

/** Did it help: contacts beside similar learners whom the budget left out. */
export const outcomes = (f: Formats) => {
  const signed = (value: number) => (value > 0 ? '+' : value < 0 ? '−' : '±') + f.number(Math.abs(value));
  const between = (low: number, high: number) => `between ${signed(low)} and ${signed(high)}`;
  return {
    contacts: 'Who reached out, and what came after',
    noContacts: 'Nobody has noted a contact with this person here.',
    answered: (when: string) => `answered, noted ${when}`,
    noteAnswer: 'They answered: note it',
    window: (weeks: number) => `After ${f.count(weeks, 'week', 'weeks')}`,
    waits: (week: number) => `can be said once week ${f.number(week)} has closed.`,
    noBaseline: 'cannot be said: nothing to compare was known when the contact was made.',
    unknown: 'cannot be said: the week gives no value.',
    changed: (from: number, to: number) =>
      `in touch with ${f.number(to)} ${f.plural(Number(to.toFixed(1)), 'classmate', 'classmates')}, ${f.number(from)} before.`,
    usual: (others: number, change: number) =>
      `${f.count(others, 'similar learner', 'similar learners')} of that week whom nobody reached then: ${signed(change)}.`,
    one: (difference: number, low: number, high: number) =>
      `The difference is ${signed(difference)}; for one person it could be anything ${between(low, high)}.`,
    oneTooFew: 'Too few similar learners to say more.',

    course: 'Did it help?',
    courseWaits: 'No contact of this course is two weeks old yet. What is compared was fixed when each was noted.',
    said: (weeks: number, difference: number, interval: string) =>
      `${f.count(weeks, 'week', 'weeks')} after a contact: ${signed(difference)} classmates in touch, ${interval}, beside similar learners whom the list left out.`,
    coversZero: 'That may be chance: the interval has 0 in it.',
    tooFew: (weeks: number, contacts: number) =>
      `After ${f.count(weeks, 'week', 'weeks')}: too few to say (${f.count(contacts, 'contact', 'contacts')}).`,
    tooFewMore: 'Nothing can be compared where few were contacted, or nearly everybody was.',
    caution: (before: number, usual: number) =>
      `Looking only at those who were reached would show ${signed(before)}. Similar learners who were left out moved ${signed(usual)} by themselves: whoever stands low one week tends to stand higher later.`,
    all: 'All contacts',
    columns: {
      begun: 'Began from',
      after: 'After',
      difference: 'Difference',
      interval: '95 % interval',
      contacts: 'Contacts',
      learners: 'Learners',
      others: 'Compared with',
    },
    weeks: (weeks: number) => f.count(weeks, 'week', 'weeks'),
    few: 'too few to say',
    unit: 'Effective peers: how many classmates somebody is in touch with, each by how much.',
    signed,
    between,
    range: (low: number, high: number) => `${signed(low)} to ${signed(high)}`,

    monday: 'Did it help?',
    mondaySaid: (difference: number) => `${signed(difference)} classmates after four weeks`,
    mondayContacts: (contacts: number) => f.count(contacts, 'contact', 'contacts'),
    mondayInterval: (low: number, high: number) => `${between(low, high)}, beside similar learners`,
  };
};
