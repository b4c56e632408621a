import type { Formats } from '#lib/format/formats.ts';

const states = {
  to_count: 'being counted',
  counted: 'waits for your word',
  to_do: 'being done',
  done: 'done',
  dropped: 'dropped',
  failed: 'did not work',
};

/** What stewards do for the rights of others: answer, erase, keep no longer than agreed. */
export const rights = (f: Formats) => ({
  title: 'Rights of the people in the data',
  summary: (waiting: number) =>
    waiting === 0 ? 'Nobody waits for an answer.' : `${f.count(waiting, 'person waits', 'people wait')} for an answer.`,

  requests: 'What people ask',
  requestsMore:
    'They find your answer under “My data”. To correct something, mend it in the system it comes from and load again.',
  requestsNone: 'Nobody has asked anything.',
  about: (about: string) => `About: ${about}`,
  handle: (place: string) =>
    `Their name in ${place}. Ask them to show that it is theirs before you say yes: it opens what was written under it.`,
  answer: 'Your answer',
  yes: 'Done as asked',
  no: 'Not done',
  answered: (who: string, when: string) => `Answered by ${who}, ${when}`,

  erase: 'Erase a person',
  eraseMore:
    'First it is counted what would go; nothing goes before you confirm. It takes them out of every table, the log and the files of Kith’s own folder. Numbers about whole courses stay. Not reached: the systems the files came from, the files, and backups.',
  email: 'E-mail address of the person',
  count: 'Count what would go',

  retention: 'How long things are kept',
  retentionMore: 'What is older is removed every week. You can count and remove it now.',
  classes: 'Classes of data',
  columns: { what: 'What', days: 'Days', since: 'Counted from', change: 'Change' },
  usual: 'as usual',
  days: (what: string) => `Days: ${what}`,
  set: 'Set',
  reset: 'As usual',
  countOld: 'Count what is too old',

  tasks: 'Erasures and removals',
  tasksNone: 'None so far.',
  erasure: (name: string | null) => (name === null ? 'Erasure of somebody' : `Erasure of ${name}`),
  removal: 'Removal of what is too old',
  state: (state: keyof typeof states) => states[state],
  asked: (who: string | null, when: string) => `${who ?? 'The timetable'}, ${when}`,
  wouldGo: (rows: number) => `${f.count(rows, 'row', 'rows')} would go.`,
  went: (rows: number) => `${f.count(rows, 'row', 'rows')} went.`,
  table: 'Table',
  rows: 'Rows',
  where: 'Where',
  mentions:
    'Texts of staff that may speak of them by one name alone. A machine cannot tell who is meant: ask who wrote them.',
  mention: (texts: number, table: string, course: string) =>
    `${f.count(texts, 'text', 'texts')} in ${table}, ${course}`,
  files: 'Files of Kith’s own folder and of watched folders that name them:',
  file: (file: string, removed: boolean) =>
    removed ? `${file} (goes: it can be exported or dropped again)` : `${file} (look into it)`,
  resealed: (hours: number) => `${f.count(hours, 'hour', 'hours')} of the access log sealed anew.`,
  broken: (hours: number) => `${f.count(hours, 'seal was', 'seals were')} broken before: look into it.`,
  dropped: (loads: number) =>
    `${f.count(loads, 'load', 'loads')} that named them and waited are dropped. Load the files again.`,
  confirm: 'Do it. It cannot be undone',
  drop: 'Drop it',
  failed: 'It did not work, and nothing was changed. Try again; the log of the server says more.',
  reload: 'See how far it is',
});
