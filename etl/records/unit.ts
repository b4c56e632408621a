import { z } from 'zod';
import { envelope } from './envelope.ts';
import { Day, Key } from './values.ts';

/** A node of the organisation tree above the courses (OneRoster orgs). */
export const Unit = z.object({
  type: z.literal('unit'),
  ...envelope,
  kind: z.enum(['institution', 'faculty', 'programme']),
  title: z.string(),
  parent: Key.optional(),
});

/** A term, semester or school year (OneRoster academicSessions). */
export const Term = z.object({
  type: z.literal('term'),
  ...envelope,
  title: z.string(),
  startsOn: Day,
  endsOn: Day,
  parent: Key.optional(),
});
