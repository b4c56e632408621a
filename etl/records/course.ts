import { z } from 'zod';
import { envelope } from './envelope.ts';
import { Day, Id, Key, Zone } from './values.ts';

/** A course, section, micro-course or programme. `key` is what the other records of the source call it. */
export const Course = z.object({
  type: z.literal('course'),
  ...envelope,
  title: z.string().optional(),
  code: Id.optional(),
  /** Id in the student information system: equal ids of two sources name one course. */
  sisId: Id.optional(),
  kind: z.enum(['course', 'section', 'micro', 'programme']).default('course'),
  parent: Key.optional(),
  unit: Key.optional(),
  term: Key.optional(),
  startsOn: Day.optional(),
  endsOn: Day.optional(),
  timezone: Zone.optional(),
  delivery: z.enum(['online', 'blended', 'onsite']).optional(),
  url: z.url().optional(),
});
