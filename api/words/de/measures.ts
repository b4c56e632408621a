import type { Measure } from './measure.ts';
import { people } from './measures/people.ts';
import { talk } from './measures/talk.ts';
import { ties } from './measures/ties.ts';

/** Every number of a course in German, by the id of its indicator; a test holds them against the registry. */
export const measures: Readonly<Record<string, Measure>> = { ...people, ...talk, ...ties };
