import type { Formats } from '#lib/format/formats.ts';

/** Mixed groups for the next breakout or project. Whatever is said of a group may be read aloud in it. */
export const groups = (f: Formats) => ({
  title: 'Mix groups',
  about:
    'Groups for the next breakout or project, in which most meet somebody new and somebody knows many. Time zones count where they are known, and wishes to be kept apart always do. This goes nowhere by itself: nothing is kept or sent.',
  size: 'Learners in a group',
  mix: 'Mix',
  again: 'Mix again',
  group: (number: number) => `Group ${f.number(number)}`,
  inTouch: (names: readonly string[]) =>
    `${f.list([...names])} ${names.length === 1 ? 'has' : 'have'} been in touch with many.`,
  meet: (fresh: number, pairs: number) =>
    fresh === pairs
      ? 'Everybody here would meet everybody else for the first time.'
      : fresh === 0
        ? 'All of them have been in touch before.'
        : `Of ${f.number(pairs)} pairs, ${f.number(fresh)} would meet for the first time.`,
  leftOut: (people: number) =>
    `${f.count(people, 'learner has', 'learners have')} chosen not to be part and ${people === 1 ? 'is' : 'are'} in no group.`,
  noWay: 'No way was found to keep everybody apart who asked for it.',
  noWayMore: 'Another size of the groups, most often a smaller one, may do.',
  nobody: 'Nobody is here to mix yet.',
  nobodyMore: 'Groups are made of the active learners of the course.',
  copy: 'Copy as text',
  copied: 'Copied.',
  download: 'Download as CSV',
  file: 'groups.csv',
  columns: { group: 'Group', name: 'Name' },
  link: 'Mix groups',
});

/** Groups at work, on the page of a course: hints about groups, and findings about nobody. */
export const groupWork = (f: Formats) => ({
  heading: 'Groups',
  counted: (groups: number, uneven: number) =>
    uneven === 0
      ? `${f.count(groups, 'group works', 'groups work')} together here.`
      : `${f.count(groups, 'group works', 'groups work')} together here; in ${f.number(uneven)} of them some take part little.`,
  noneAtWork: (groups: number) =>
    `${f.count(groups, 'group', 'groups')} here; in none of them have two members been seen at work in four weeks.`,
  notSeen: (groups: number) =>
    `${f.count(groups, 'group', 'groups')} here. No source shows work in them, so nothing can be said of who takes part.`,
  untitled: (number: number) => `Group ${f.number(number)}`,
  part: (part: number, size: number, contributions: number) =>
    `${f.number(part)} of ${f.count(size, 'member takes', 'members take')} part; ${f.count(contributions, 'contribution', 'contributions')} in four weeks.`,
  most: (share: string) => `One of them did ${share} of it.`,
  quiet: (size: number) => `${f.count(size, 'member', 'members')}; too little is seen in four weeks to say anything.`,
  feedback: (given: number, assigned: number, received: number) =>
    `Feedback: ${f.number(given)} of ${f.number(assigned)} assigned given so far, ${f.number(received)} received in four weeks.`,
  hint: 'Worth a word with the group',
  hintMore:
    'Ask the group how it shares the work, before you ask anybody alone. Work in a tool that Kith does not see counts nowhere here.',
  members: 'Who takes part how far',
  columns: { name: 'Member', contributions: 'Contributions', given: 'Feedback given', received: 'Feedback received' },
  of: (part: number, whole: number) => `${f.number(part)} of ${f.number(whole)}`,
  mix: 'Mix the next groups',
});
