import type { Formats } from '#lib/format/formats.ts';

const schemes: Readonly<Record<string, string>> = {
  email: 'The address',
  email_sha1: 'The hash of an address',
  account: 'The account',
  lms: 'The id',
  username: 'The user name',
  sis: 'The student id',
};

export const matches = (f: Formats) => ({
  title: 'People across sources',
  toMatches: 'People across sources',
  headline: (waiting: number) =>
    waiting === 0 ? 'Nobody waits to be recognised' : `${f.count(waiting, 'question', 'questions')} about who is who`,
  intro:
    'Kith joins accounts by itself only where a student id or a verified address says so. What is merely likely waits here. Whatever you decide can be taken back, and nothing has to be loaded again.',
  suggestions: 'May be one person',
  suggestionsMore: 'Found inside the roster of one course only.',
  suggestion: (seen: string, listed: string) => `Is ${seen} the same person as ${listed}?`,
  evidence: {
    name: (said: string, other: string) =>
      said === other
        ? `Both sources write “${said}”, and nobody else in the course is called that.`
        : `One source writes “${said}”, the other “${other}”, and nobody else in the course is called that.`,
    email: (said: string) => `Both give the address ${said}, and no source vouches for it.`,
  },
  traces: (traces: number) => (traces === 0 ? '' : `Seen ${f.count(traces, 'time', 'times')} in this course.`),
  account: (name: string, source: string) => `${name} in ${source}`,
  key: (key: string) => `known there as ${key}`,
  one: 'One person',
  two: 'Two people',
  conflicts: 'Leads to two people',
  conflictsMore: 'Until you decide, these signs join nobody.',
  conflict: (people: number, scheme: string, value: string) =>
    `${schemes[scheme] ?? scheme} ${value} is carried by ${f.count(people, 'account', 'accounts')} of different people.`,
  shared: 'It is shared: it joins nobody',
  chooseTwo: 'These two are one person',
  first: 'One account',
  second: 'The other account',
  unmatched: 'Only seen',
  unmatchedMore: 'People who take part in a course and stand in no roster of it.',
  unmatchedColumns: { course: 'Course', seen: 'Only seen', listed: 'In the roster' },
  changes: 'What was decided',
  changeColumns: { what: 'What', who: 'Who', accounts: 'About', why: 'Why', do: 'Take it back' },
  kind: {
    join: 'one person',
    split: 'set apart',
    part: 'two people',
    ignore: 'a shared sign',
    undo: 'taken back',
    load: 'by the signs of a load',
  },
  state: { asked: 'is being done …', done: 'done', refused: 'could not be done' },
  undone: 'taken back since',
  moved: (accounts: number) => (accounts === 0 ? '' : `${f.count(accounts, 'account', 'accounts')} moved`),
  commandLine: 'command line',
  byLoad: (runId: number) => `load ${f.number(runId, 0)}`,
  undo: 'Take back',
  why: 'Why (kept in the log)',
  ownWord: 'The learner told us so. A handle (Discord, Reddit …) joins by no other word.',
  byHand: 'Say it yourself',
  byHandMore: 'Whom only a handle names, nothing suggests. Find both accounts, tick them, and say what they are.',
  find: 'Name, address, key or handle',
  findIt: 'Find',
  found: (accounts: number, word: string) =>
    accounts === 0
      ? `No account carries “${word}”.`
      : `${f.count(accounts, 'account carries', 'accounts carry')} “${word}”.`,
  handle: 'a handle',
  onlySeen: 'in no roster',
  chooseExactly: 'Tick two accounts.',
  none: 'Nobody has decided anything yet.',
  nothing: 'Everybody who was seen is somebody of a roster.',
  nothingMore:
    'When a source brings somebody that no roster knows, and a name or an address suggests who it is, it is asked here.',
  waiting: 'What you decided is being carried out. Reload the page in a moment.',
});
