import { sql } from 'kysely';
import type { z } from 'zod';
import type { ReadDb } from '@kith/sql/connect.ts';
import type { Monday } from '../../contract/monday.ts';
import { select } from '../select.ts';

type Helped = Omit<z.output<typeof Monday>['helped'][number], 'course'>;

/** What became of the courses' contacts after four weeks: courses of which something can be said come first. */
export const helped = (db: ReadDb, courseIds: readonly number[]): Promise<Helped[]> =>
  select<Helped>(
    db,
    sql`
      select course_id, verdict, contacts, difference, low, high
      from care.effect
      where course_id = any (${[...courseIds]}) and template = '' and window_weeks = 4 and contacts > 0
      order by verdict, contacts desc, course_id
      limit 6`,
  );
