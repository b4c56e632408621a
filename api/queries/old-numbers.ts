import { sql } from 'kysely';
import type { ReadDb } from '@kith/sql/connect.ts';
import type { listOldNumbers } from '../contract/old-numbers.ts';
import type { ResponseOf } from '../contract/endpoint.ts';
import { headColumns, headTables } from './course-head.ts';
import { select } from './select.ts';

/** Courses of the reader that still run, or one that may have ended, whose numbers are older than their data. */
export const oldNumbers = (db: ReadDb, courseId: number | undefined): Promise<ResponseOf<typeof listOldNumbers>> =>
  select(
    db,
    sql`
      select head.course_id, head.title, head.stale, head.red_run ->> 'source' as held_source
      from (
        select ${headColumns} from ${headTables}
        where course.kind in ('course', 'section', 'micro')
          and (course.course_id = ${courseId ?? null}::bigint or ${courseId ?? null}::bigint is null and not calendar.ended)
      ) as head
      where head.stale or head.red_run is not null
      order by head.title, head.course_id
      limit 50`,
  );
