import type { Formats } from '#lib/format/formats.ts';

/** What a course as a whole can try, by its weakest theme. */
export const steps = (f: Formats) => ({
  heading: 'What the course could try',
  weakest: (theme: string) => `The weakest theme lately is ${theme}. These steps are known to help there.`,
  unknown: 'Which theme is weakest cannot be said yet. One step for each:',
  theme: {
    VC: 'community',
    CO: 'communication',
    EC: 'comfort and support',
    EI: 'staff being near',
    CF: 'flexibility of time',
    TA: 'technology and access',
  },
  step: {
    mix_groups: 'Mix the next groups or breakout rooms, so that people meet whom they have not met',
    answer_rota: 'A rota: two learners a week look after posts without an answer',
    informal_space: 'Open a space that is not about the work, and write there first',
    welcome_newcomers: 'Answer every first post within two days, by name',
    ask_the_class: 'Pass questions on to the class before answering them yourself',
    staff_presence: 'A fixed hour each week at which somebody of the staff answers',
    another_hour: 'Offer the session a second time, at another hour of the day',
    recording_and_thread: 'A recording and a thread for every session, for whoever could not come',
    check_access: 'Ask who cannot get in, and by which device, before anything else',
    own: 'Something else',
  },
  source: (source: string) => `After ${source}.`,
  done: 'Done: note it',
  day: 'On',
  remark: 'One line about it (optional)',
  what: 'What was done',
  note: 'Note it',
  own: 'Something else was done',
  tried: 'Tried so far',
  none: 'Nothing was noted yet.',
  line: (when: string, by: string | null) => `${when}${by === null ? '' : `, ${by}`}`,
  health: (before: number, since: number) => `Health ${f.number(before, 0)} before, ${f.number(since, 0)} lately.`,
  mark: 'something was tried',
  marks: (weeks: number) =>
    `${f.count(weeks, 'dashed line', 'dashed lines')}: something was tried with the course. What came after need not have come from it.`,
  caution: 'Before and after is no proof: weeks differ by themselves, and a course that stands low tends to rise.',
});
