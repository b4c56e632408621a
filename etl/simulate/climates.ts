/** What a whole course is like, whoever is in it. */
export interface Climate {
  readonly id: string;
  /** Posts, against 1 for an ordinary course. */
  readonly forumScale: number;
  /** Probability that staff answer a learner's post. */
  readonly staffAnswers: number;
  /** Share of learners' posts that open a thread instead of answering somebody. */
  readonly opens: number;
  /** Probability that a learner who would answer a classmate turns to staff instead. */
  readonly turnsToStaff: number;
}

const ordinary: Climate = { id: 'ordinary', forumScale: 0.6, staffAnswers: 0.12, opens: 0.22, turnsToStaff: 0.05 };

/** Dealt to the courses in this order, and again from the first. */
export const climates: readonly Climate[] = [
  { ...ordinary, id: 'lively', forumScale: 0.9 },
  ordinary,
  { ...ordinary, id: 'quiet', forumScale: 0.2 },
  ordinary,
  { ...ordinary, id: 'staff_centred', staffAnswers: 0.5, turnsToStaff: 0.6 },
  ordinary,
  { ...ordinary, id: 'unanswered', staffAnswers: 0.03, opens: 0.6 },
  ordinary,
];
