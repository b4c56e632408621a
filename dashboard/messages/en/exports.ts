import type { Formats } from '#lib/format/formats.ts';

const contents = {
  alerts: 'Alerts, contacts and outcomes',
  learner_weeks: 'Learner-weeks',
  network: 'Networks (GraphML)',
  sessions: 'Sessions and attendance',
  ties: 'Ties',
};

const states = {
  asked: 'waits for a steward',
  declined: 'declined',
  approved: 'being made',
  made: 'ready',
  ending: 'being removed',
  over: 'over',
  failed: 'did not work',
};

/** Microdata for research: what is asked, approved and fetched. */
export const exports = (f: Formats) => ({
  title: 'Research exports',
  summary: (waiting: number, ready: number) =>
    [
      waiting === 0
        ? 'Nothing waits for a steward'
        : `${f.count(waiting, 'export waits', 'exports wait')} for a steward`,
      ready === 0 ? 'nothing is ready.' : `${f.count(ready, 'is', 'are')} ready.`,
    ].join('; '),
  class: 'Pseudonymised personal data',
  classMore:
    'A row is about one person, under a name that only this export uses. That is still personal data: it needs a purpose, a steward’s approval and an end.',
  others: 'Research exports are for researchers and data stewards.',
  othersMore: 'A data steward can make you a researcher of a part of the institution.',

  ask: 'Ask for an export',
  of: 'Of which part',
  what: 'What',
  contents,
  format: 'As',
  formats: { csv: 'CSV', json: 'JSON', xlsx: 'Excel (XLSX)', parquet: 'Parquet' },
  least: 'Leave out courses of fewer than',
  learners: (learners: number) => `${f.number(learners)} learners`,
  purpose: 'What for',
  purposeMore:
    'The question, who works with it, and the approval of your ethics board if there is one. A steward reads it.',
  send: 'Ask a steward',

  waits: 'Waiting for a steward',
  waitsNone: 'Nothing waits.',
  all: 'Exports',
  none: 'No export so far.',
  reload: 'Look again',
  heading: (number: number, unit: string) => `Export ${f.number(number)}: ${unit}`,
  state: (state: keyof typeof states) => states[state],
  asked: (who: string | null, when: string) => `asked by ${who ?? 'somebody who was erased'}, ${when}`,
  inIt: (what: string, format: string, learners: number) =>
    `${what}, as ${format}, without courses of fewer than ${f.count(learners, 'learner', 'learners')}.`,
  until: (day: string) => `Until the end of ${day}; then its files go.`,
  was: (day: string) => `It ended on ${day}.`,
  decided: (who: string | null, remark: string | null) =>
    `Decided by ${who ?? 'a steward who was erased'}${remark === null ? '.' : `: ${remark}`}`,
  making: (done: number, of: number) => `${f.number(done)} of ${f.count(of, 'course', 'courses')} done.`,
  failed: 'Nothing is there to fetch. Whoever runs Kith can see why and have it made again.',

  approve: 'Approve',
  decline: 'Decline',
  last: 'Last day',
  remark: 'A word to it',
  own: 'You asked for this yourself: another steward decides.',
  withdraw: 'Take it back',
  end: 'End it now',
  endMore: 'Its files go at once. Copies that were fetched are out of reach.',

  files: (number: number) => `Files of export ${f.number(number)}`,
  file: 'File',
  rows: 'Rows',
  size: 'Size',
  digest: 'SHA-256',
  manifest: 'Manifest, with what every column means',
  leftOut: (courses: number) =>
    courses === 0
      ? 'No course was too small.'
      : `${f.count(courses, 'course has', 'courses have')} too few learners and ${f.plural(courses, 'is', 'are')} left out.`,
  suppressed: (rows: number) =>
    rows === 0
      ? ''
      : `${f.count(rows, 'learner-week tells', 'learner-weeks tell')} no numbers: the learner’s own answer to a survey is part of them.`,
  since: (erased: number, optOuts: number) =>
    erased + optOuts === 0
      ? 'Made again, it came out differently than at first: numbers were computed anew and parts were lost.'
      : `Made again without ${f.list([
          ...(erased > 0 ? [`${f.count(erased, 'person', 'people')} erased since`] : []),
          ...(optOuts > 0 ? [`${f.count(optOuts, 'person', 'people')} who opted out since`] : []),
        ])}; the files are not those of before.`,
  preview: 'What an approval would release now',
  previewing: 'What it would release is being counted.',
  table: 'Table',
  columns: 'Columns',
  columnsOf: (columns: number) => f.count(columns, 'column', 'columns'),
  courses: (courses: number) => `${f.count(courses, 'course', 'courses')} would be in it.`,
  again: (when: string) => `It did not work, and is tried again ${when}.`,
});
