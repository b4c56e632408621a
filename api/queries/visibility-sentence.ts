import type { z } from 'zod';
import type { Source, Visibility } from '../contract/values.ts';

const names: Record<z.output<typeof Source>, string> = {
  forum: 'Forum',
  live: 'Live sessions',
  group: 'Group work',
  feedback: 'Peer feedback',
  mentor: 'Mentoring',
  activity: 'Activity log',
  survey: 'Belonging pulse',
};

const states: Record<z.output<typeof Visibility>, string> = {
  present: 'there are traces.',
  true_zero: 'nothing happened, and something could have: a real zero.',
  no_opportunity: 'nothing could have happened: no session within reach, no group yet.',
  not_connected: 'not connected to this course.',
  not_matched: 'connected, but this person was never recognised there.',
  opted_out: 'this person said no.',
  not_yet_enrolled: 'the enrolment begins later.',
};

/** What can be known of one learner through one source, in words. */
export const visibilitySentence = (source: z.output<typeof Source>, visibility: z.output<typeof Visibility>): string =>
  `${names[source]}: ${states[visibility]}`;
