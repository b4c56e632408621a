/** Whom a learner writes to. */
export type Answers = 'anyone' | 'staff' | 'partner';

/** How a learner behaves in one course (reference/indicators §5.5), and what a good score should make of it. */
export interface Archetype {
  readonly id: string;
  /** Of the learners of a course; all shares add up to 1. 0: only where a scenario asks for it. */
  readonly share: number;
  readonly truth: 'connected' | 'isolated' | 'borderline' | 'unscored';
  readonly postsPerWeek: number;
  /** Share of the live sessions. */
  readonly attends: number;
  /** They come by habit: to the first sessions and to the end of each, and what they miss later is spread evenly. */
  readonly byHabit?: true;
  readonly activeDaysPerWeek: number;
  /** How likely classmates answer them, against 1 for most. */
  readonly attraction: number;
  readonly answers: Answers;
  /** Share of the weeks in which they do something for their group. */
  readonly groupWork: number;
  /** Usual answer to the pulse, 1 to 5; undefined: never answers. */
  readonly belonging: number | undefined;
  /** Probability that staff answer a post of theirs, where it differs from the course's. */
  readonly staffAnswers?: number;
  /** What is left of their activity each week after it began to fade. */
  readonly fadesBy?: number;
  /** Share of their posts that open a thread, where it differs from the course's. */
  readonly opens?: number;
}

const typical = {
  truth: 'connected',
  postsPerWeek: 1.6,
  attends: 0.72,
  activeDaysPerWeek: 3.2,
  attraction: 1,
  answers: 'anyone',
  groupWork: 0.7,
  belonging: 4.1,
} as const;

export const archetypes = [
  { ...typical, id: 'typical', share: 0.58 },
  {
    ...typical,
    id: 'core',
    share: 0.1,
    postsPerWeek: 4.5,
    attends: 0.85,
    activeDaysPerWeek: 5,
    attraction: 1.6,
    belonging: 4.5,
  },
  {
    ...typical,
    id: 'silent_lurker',
    share: 0.06,
    truth: 'isolated',
    postsPerWeek: 0.02,
    attends: 0.3,
    groupWork: 0.1,
    belonging: 2.7,
  },
  {
    ...typical,
    id: 'rejected_poster',
    share: 0.04,
    truth: 'isolated',
    attends: 0.65,
    attraction: 0.06,
    // Somebody who works with four classmates every week would not be alone, whoever answers their posts.
    groupWork: 0.3,
    belonging: 2.3,
  },
  { ...typical, id: 'fading', share: 0.05, truth: 'isolated', fadesBy: 0.4, belonging: 2.9 },
  {
    ...typical,
    id: 'staff_only',
    share: 0.03,
    truth: 'isolated',
    attraction: 0.1,
    answers: 'staff',
    staffAnswers: 0.85,
    groupWork: 0.3,
    belonging: 2.8,
  },
  {
    ...typical,
    id: 'pair_only',
    share: 0.02,
    truth: 'isolated',
    attraction: 0.08,
    answers: 'partner',
    groupWork: 0.3,
    belonging: 3,
  },
  {
    ...typical,
    id: 'clique_outsider',
    share: 0.03,
    truth: 'isolated',
    postsPerWeek: 0.4,
    attends: 0.5,
    attraction: 0.3,
    groupWork: 0,
    belonging: 2.4,
  },
  {
    ...typical,
    id: 'ghost',
    share: 0.01,
    truth: 'isolated',
    postsPerWeek: 0,
    attends: 0,
    activeDaysPerWeek: 0,
    groupWork: 0,
    belonging: undefined,
  },
  {
    ...typical,
    id: 'attends_silent',
    share: 0.03,
    truth: 'borderline',
    postsPerWeek: 0.05,
    attends: 0.9,
    byHabit: true,
    belonging: 3.7,
  },
  {
    ...typical,
    id: 'offline_connected',
    share: 0.03,
    truth: 'borderline',
    postsPerWeek: 0.3,
    attends: 0.35,
    activeDaysPerWeek: 1.4,
    groupWork: 0.3,
    belonging: 4.6,
  },
  { ...typical, id: 'no_data', share: 0.02, truth: 'unscored', belonging: undefined },
  // Held out: no weight, band or rule of Kith was placed while looking at this one. Answers many, and nobody answers back.
  {
    ...typical,
    id: 'unheard_helper',
    share: 0,
    truth: 'isolated',
    postsPerWeek: 1.2,
    attends: 0.5,
    attraction: 0.04,
    groupWork: 0.2,
    belonging: 2.5,
    opens: 0,
  },
] as const satisfies readonly Archetype[];

export type ArchetypeId = (typeof archetypes)[number]['id'];
export const archetypeIds = archetypes.map(({ id }) => id) as [ArchetypeId, ...ArchetypeId[]];
/** Reported apart in every validation: what it shows cannot have been fitted. */
export const heldOut: ArchetypeId = 'unheard_helper';

/** Of the typical learners, those who come in the fifth week. */
export const lateJoiners = 0.04;
