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
