import { sql } from 'kysely';
import type { z } from 'zod';
import type { ReadDb } from '@kith/sql/connect.ts';
import type { RosterState, Visibility } from '../../contract/values.ts';
import { select } from '../select.ts';

type Seen = z.output<typeof Visibility>;

/** One learner of the last of some weeks, with what could be seen of them in each. */
export interface RosterRow {
  readonly personId: number;
  readonly name: string;
  readonly rosterState: z.output<typeof RosterState>;
  readonly weeks: readonly {
    readonly week: number;
    readonly live: Seen;
    readonly activity: Seen;
    readonly forum: Seen;
  }[];
}

/** Everyone enrolled in the last week, by name. */
export const rosterOf = (
  db: ReadDb,
  { courseId, first, last }: { readonly courseId: number; readonly first: number; readonly last: number },
): Promise<RosterRow[]> =>
  select<RosterRow>(
    db,
    sql`
      select
        now.person_id, coalesce(person.name, 'Person ' || now.person_id) as name, now.roster_state,
        json_agg(json_build_object(
          'week', one.week, 'live', one.visibility ->> 'live', 'activity', one.visibility ->> 'activity',
          'forum', one.visibility ->> 'forum'
        )) as weeks
      from insight.learner_week as now
      join insight.learner_week as one
        on one.institution_id = now.institution_id and one.course_id = now.course_id and one.person_id = now.person_id
        and one.week between ${first} and ${last}
      left join identity.shown_person as person
        on person.institution_id = now.institution_id and person.person_id = now.person_id
      where now.course_id = ${courseId} and now.week = ${last} and now.state <> 'not_enrolled'
        and now.roster_state is not null
      group by now.person_id, person.name, now.roster_state
      order by name, now.person_id`,
  );
