import type { Formats } from '#lib/format/formats.ts';

/** Notes about a learner: that there are some, their words by right. */
export const notes = (f: Formats) => ({
  heading: 'Notes',
  none: 'No note of this or the previous term.',
  level: { normal: 'Note', restricted: 'Restricted note', private: 'Private note' },
  levelMeans: {
    normal: 'whoever teaches here, and student support once a case is handed over',
    restricted: 'you, and whom you name',
    private: 'you alone',
  },
  by: (who: string, when: string) => `${who}, ${when}`,
  you: 'you',
  somebody: 'a colleague',
  read: 'Read it',
  closed: 'Its words are closed to you. Whoever wrote it can tell you.',
  readers: (names: string) => `Open to ${names} as well.`,
  before: (revisions: number) => f.count(revisions, 'earlier version', 'earlier versions'),
  earlier: (count: number) => `${f.count(count, 'older note', 'older notes')}: show them too`,
  write: 'Write a note',
  body: 'Note',
  hint: 'What helps the next colleague. They may ask to read it.',
  who: 'Who may read it?',
  whoElse: 'Besides you',
  nobodyElse: 'Nobody else has to do with this person here.',
  writeIt: 'Keep the note',
  revise: 'Write it anew',
  reviseIt: 'Keep this version',
});
