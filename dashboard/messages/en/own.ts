import type { Formats } from '#lib/format/formats.ts';

const kinds = {
  activity: 'things you did on the platform (pages opened, tasks handed in …)',
  award: 'badges, certificates and the like',
  consent: 'your words on what may be done with your data',
  contact: 'times somebody who teaches you got in touch',
  declaration: 'notes that you meet others elsewhere',
  enrolment: 'that you are in the course',
  feedback_given: 'feedback you gave',
  feedback_received: 'feedback you received',
  membership: 'groups you are in',
  mention: 'posts of others that name you or turn to you',
  mentorship: 'mentoring you take part in',
  note: 'notes of those who teach you (ask to read them)',
  outcome: 'what became of the course (passed, withdrawn …)',
  post: 'posts you wrote, without their text',
  presence: 'sessions: there, late, excused or not',
  reaction: 'reactions you gave',
  relation: 'people who look after you, or whom you look after',
  session: 'sessions you held',
  survey_response: 'survey answers that carry your name',
};

const purposes = {
  analytics: 'looking at who may be unconnected',
  direct_messages: 'counting direct messages (never their words)',
  survey_contact: 'my instructors may see my survey answers and get in touch',
  mentoring: 'being proposed for mentoring',
};

const declared = {
  study_group: 'a study group',
  offline_contact: 'people I meet in person',
  other: 'somewhere else',
};

const asked = {
  correct: 'Something is wrong',
  object: 'Leave something out',
  looks: 'Who looked at me?',
  erase: 'Erase all of it',
  handle: 'A name of mine elsewhere',
};

/** "My data": what a learner sees, says and asks. */
export const own = (f: Formats) => ({
  title: 'My data',
  sentence: (facts: number, sources: number) =>
    facts === 0
      ? 'Kith holds no facts about you.'
      : `Kith holds ${f.count(facts, 'fact', 'facts')} about you, from ${f.count(sources, 'source', 'sources')}.`,
  more: 'Kith helps those who teach you notice who may be without contact in an online course, so that they can get in touch. It decides nothing and writes to nobody by itself. Only you see this page.',
  extract: 'Keep all of it as a file (JSON)',
  print: 'To have it on paper, print this page.',

  part: 'Taking part',
  partIn: 'You are part of what Kith looks at.',
  partOut: 'You have chosen not to be part.',
  partMeans: [
    'If you choose not to be part: no number about you is made any more, and you stand in no list, picture or export of those who teach you. What they wrote about you here (cases, notes) is closed to them as long.',
    'They will not be pointed to you when you are without contact, and student support here does not see you either; you can still write to them.',
    'Numbers about the whole course leave you out from that week on, and say so: “23 of 24 included”. Nobody is told that it is you; whoever has the class list can work it out.',
    'It has no effect on marks, and you can change your mind at any time.',
  ],
  out: 'Leave me out everywhere',
  in: 'Include me again',
  outOf: (course: string) => `Leave me out of ${course}`,
  inOf: (course: string) => `Include me in ${course} again`,
  isOutOf: (course: string) => `Left out of ${course}.`,
  purposes: 'What else may be done',
  purpose: (purpose: keyof typeof purposes) => purposes[purpose],
  allowed: (when: string) => `You said yes, ${when}.`,
  refused: (when: string) => `You said no, ${when}.`,
  notSaid: 'You have not said; until you do, it is a no.',
  allow: 'Yes',
  refuse: 'No',

  facts: 'What Kith holds',
  factsNone: 'Nothing yet.',
  noCourse: 'Of no single course',
  columns: { what: 'What', how: 'How many', when: 'From – to', where: 'From where' },
  kind: (kind: string) => (kind in kinds ? kinds[kind as keyof typeof kinds] : kind.replaceAll('_', ' ')),
  loaded: (source: string, load: number, when: string) => `${source}, load ${f.number(load)}, ${when}`,
  saidHere: 'said in Kith',
  byStaff: 'written by those who teach you',
  notHere:
    'What Kith works out from these facts for those who teach you is not shown here: comparing people does more harm than good. You can ask for it.',

  accounts: 'Who you are in each source',
  accountsMore:
    'Sources know you by different names. If one of them is none of Kith’s business, say so: what it brought about you is removed within minutes and is not read again. That you are in the course stays. Then Kith knows less, and says “cannot tell”, never “nothing”.',
  accountsTable: 'Your names in the sources',
  account: { source: 'Source', key: 'Known there as', more: 'With', read: 'Read for Kith?' },
  read: 'yes',
  notRead: (since: string) => `no, since ${since}`,
  readNoMore: (source: string) => `Do not read ${source}`,
  readAgain: (source: string) => `Read ${source} again`,
  againMore: 'What was removed comes back with the next full load, if the source still has it.',

  handles: 'A name of yours elsewhere',
  handlesMore:
    'In chats and communities you may be known by another name. Say which, and a data steward checks with you that it is you: what was written under it then counts as yours.',
  place: 'Where',
  handle: 'Your name there, as it is written',
  addHandle: 'Say that this is me',

  elsewhere: 'You meet others elsewhere',
  elsewhereMore:
    'A study group, a messenger, people you see every day: Kith cannot see them. Say so, and those who teach you will not be pointed to you because it is quiet here.',
  declared: (kind: keyof typeof declared) => declared[kind],
  course: 'Course',
  kindOf: 'What it is',
  from: 'Since',
  to: 'Until (empty: still so)',
  declare: 'Note it',
  since: (from: string) => `since ${from}`,
  fromTo: (from: string, to: string) => `${from} to ${to}`,
  by: (name: string) => `noted by ${name}`,
  bySource: (source: string) => `from ${source}`,
  end: 'No longer so',

  mentor: 'Would you be a mentor?',
  mentorMore:
    'You may be proposed to somebody in a course of yours. You are told nothing about how they are doing, only why the two of you might fit. You can say no every time.',
  mentorYes: (people: number) => `You offer to be there for ${f.count(people, 'person', 'people')}.`,
  capacity: 'For how many people at once',
  languages: 'Languages, as codes, with commas (en, pt-BR)',
  timezone: 'Time zone',
  offer: 'Offer',
  change: 'Change',
  withdraw: 'No longer',

  apart: 'People not to match you with',
  apartMore: 'For mentoring and groups that Kith proposes. Nobody but you reads this list, and nobody asks why.',
  apartName: 'Full name as it stands in the course, or e-mail address',
  keepApart: 'Do not match us',
  apartEnd: (name: string) => `Take back: ${name}`,

  ask: 'Correct, object, ask',
  askMore: 'A data steward of your institution reads and answers it. You find the answer here.',
  about: 'What is it about?',
  aboutAll: 'all of it',
  wish: 'What is it, and what would be right?',
  send: 'Send',
  asked,
  waits: (when: string) => `Asked ${when}. It waits for an answer.`,
  answered: (done: boolean, when: string) => `${done ? 'Done' : 'Not done'}, ${when}:`,
});

/** What a teacher may note about a learner. */
export const elsewhere = (_: Formats) => ({
  title: 'Meets others elsewhere',
  none: 'Nothing is noted. If you know of a study group or people they see, note it: then few ties here are no reason to write.',
  some: 'Few ties here say little about them. They are not put on the list for it.',
  note: 'Note that they meet others elsewhere',
  told: 'They read it under “My data”, with your name, and can end it.',
});
