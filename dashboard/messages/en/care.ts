import type { Formats } from '#lib/format/formats.ts';

/** Cases: what staff take care of together, and what student support is handed. */
export const care = (f: Formats) => ({
  heading: 'Cases',
  none: 'No case was opened for this person here.',
  open: 'Open a case',
  openMore: 'For what takes longer than one message. Whoever teaches here sees it; the learner does not.',
  concern: 'What is it about?',
  concernHint: 'Plain words, as if the person could read them.',
  due: 'Something is to happen by',
  whose: 'Who takes care of it?',
  mine: 'I do',
  support: 'Student support',
  supportMore:
    'They see this person, what you write here, the reasons of this week, contacts and normal notes. Nothing else of the course.',
  noSupport: 'No student support is known for this course.',
  openIt: 'Open the case',

  withSupport: 'with student support',
  noOwner: 'nobody has taken it on yet',
  owner: (name: string) => `with ${name}`,
  byMe: 'with you',
  raised: (when: string, by: string | null) => `opened ${when}${by === null ? '' : ` by ${by}`}`,
  dueBy: (day: string) => `due ${day}`,
  overdue: (day: string) => `was due ${day}`,
  noDue: 'no day set',
  closed: (when: string, by: string | null) => `closed ${when}${by === null ? '' : ` by ${by}`}`,
  reasons: 'That week',

  take: 'Take it on',
  plan: 'Change the day',
  planIt: 'Set the day',
  handOver: 'Hand over to student support',
  close: 'Close the case',
  closeWhy: 'How did it end?',
  closeReason: {
    reached: 'Reached: in touch with them',
    resolved: 'Resolved: nothing more to do',
    elsewhere: 'Taken care of elsewhere',
    declined: 'They do not want it',
    mistaken: 'Opened by mistake',
  },
  messageBack: 'Word back to whoever opened it',
  messageBackMine: 'One line on how it ended, for the record',
  closeIt: 'Close it',
  reopen: 'Open it again',
  wordBack: (words: string) => `“${words}”`,

  mondayHeading: 'Open cases',
  withdrawn: 'Taken back.',

  supportTitle: 'Cases handed over',
  supportHeadline: (cases: number) =>
    cases === 0 ? 'No open case was handed over' : `${f.count(cases, 'open case', 'open cases')}, due first`,
  supportMoreHead: 'You see whom somebody handed over to you, and nobody else of a course.',
  supportNone: 'When somebody who teaches hands a case over, it stands here.',
  supportClosed: (cases: number) =>
    f.count(cases, 'case closed in the last 30 days', 'cases closed in the last 30 days'),
  notSupport: 'This page is for student support.',
  notSupportNext: 'The role is given by a steward or admin, under Grants.',
  write: (name: string) => `Write to ${name}`,
  contacts: 'Who reached out so far',
  noContacts: 'Nobody has noted a contact yet.',
  contact: (when: string, channel: string, by: string | null) =>
    `${when}, ${channel.toLowerCase()}${by === null ? '' : `, ${by}`}`,
  logOwn: 'Note a contact of mine',
});
