import { z } from 'zod';
import { Instant, Key } from './values.ts';

/** What every record carries besides its own fields. */
export const envelope = {
  /** Natural key inside (source, type), in the order of preference of reference/connectors §3. */
  key: Key,
  /** Key of the course in this source. Absent: the load's --course, else the institution's course "unassigned". */
  course: Key.optional(),
  /** When the source says this version was made. A version older than the stored one never overwrites it. */
  observedAt: Instant.optional(),
  /** A tombstone: the thing existed and is gone. Structure stays, content goes. */
  deleted: z.object({ at: Instant.optional(), by: Key.optional() }).optional(),
} as const;
