import { sql } from 'kysely';
import type { ReadDb } from '@kith/sql/connect.ts';
import type { ResponseOf } from '../../contract/endpoint.ts';
import type { mixGroups } from '../../contract/groups.ts';
import { bothWays, type GroupLearner, type Two } from '../../groups/learner.ts';
import { mixGroups as mix } from '../../groups/mix.ts';
import { windowOf } from '../learner-ties.ts';
import { optedOut } from '../opted-out.ts';
import { select } from '../select.ts';

type Groups = ResponseOf<typeof mixGroups>;

/** From so many classmates on somebody counts as in touch with many, as in the good news. */
const many = 4;

interface LearnerRow {
  readonly personId: number;
  readonly name: string;
  readonly alone: boolean;
  readonly offset: number | null;
}

/** Groups of the learners of a course now, by who was in touch in the 42 days before its last week ended. */
export async function groupsOf(
  db: ReadDb,
  courseId: number,
  { size, again }: { readonly size: number; readonly again: number },
): Promise<Groups> {
  const [last] = await select<{ week: number; asOf: Date; leftOut: number }>(
    db,
    sql`select week, as_of, insight.left_out(course_id, week) as left_out
      from insight.course_week where course_id = ${courseId} order by week desc limit 1`,
  );
  const asOf = last?.asOf ?? new Date();
  const rows = await learnersOf(db, courseId, last?.week ?? 0, asOf);
  const ties = (await tiesOf(db, courseId, asOf)).filter(bothIn(rows));
  const apart = (await apartIn(db, courseId)).filter(bothIn(rows));
  const touched = new Map<number, number>();
  for (const one of ties.flat()) touched.set(one, (touched.get(one) ?? 0) + 1);
  const connector = (personId: number): boolean => (touched.get(personId) ?? 0) >= many;
  const learners = rows.map((row): GroupLearner => ({ ...row, connector: connector(row.personId) }));
  const seed = [courseId, last?.week ?? 0, again].join(':');
  const mixed = mix({ learners, ties, apart, size, seed });
  const names = new Map(rows.map(({ personId, name }) => [personId, name]));
  const known = bothWays(ties);
  const groups = mixed?.map((group): NonNullable<Groups['groups']>[number] => {
    const members = group
      .map(({ personId }) => ({ personId, name: names.get(personId)! }))
      .sort((one, other) => one.name.localeCompare(other.name) || one.personId - other.personId);
    const pairs = members.flatMap((one, at) => members.slice(at + 1).map((other) => [one, other] as const));
    return {
      members,
      connectors: members.filter(({ personId }) => connector(personId)).map(({ name }) => name),
      pairs: pairs.length,
      newPairs: pairs.filter(([one, other]) => !known(one.personId, other.personId)).length,
    };
  });
  return {
    groups: groups?.filter(({ members }) => members.length > 0) ?? null,
    leftOut: last?.leftOut ?? 0,
  };
}

const bothIn = (rows: readonly LearnerRow[]) => {
  const here = new Set(rows.map(({ personId }) => personId));
  return ([one, other]: Two): boolean => here.has(one) && here.has(other);
};

/** Active learners who are part of what Kith does. */
const learnersOf = (db: ReadDb, courseId: number, week: number, asOf: Date): Promise<LearnerRow[]> =>
  select(
    db,
    sql`
      select
        one.person_id, shown.name,
        coalesce(now.state = 'scored' and now.band in ('elevated', 'high'), false) as alone,
        (extract(epoch from (${asOf}::timestamptz at time zone person.timezone)
          - (${asOf}::timestamptz at time zone 'UTC')) / 3600)::float8 as "offset"
      from core.participant as one
      join core.person as person
        on person.institution_id = one.institution_id and person.person_id = one.person_id and person.kind = 'human'
      join identity.shown_person as shown
        on shown.institution_id = one.institution_id and shown.person_id = one.person_id
      left join insight.learner_week as now
        on now.institution_id = one.institution_id and now.course_id = one.course_id
        and now.person_id = one.person_id and now.week = ${week}
      where one.course_id = ${courseId} and one.role = 'learner' and one.status = 'active' and not ${optedOut('one')}`,
  );

async function tiesOf(db: ReadDb, courseId: number, asOf: Date): Promise<Two[]> {
  const rows = await select<{ one: number; other: number }>(
    db,
    sql`
      select distinct least(source_person_id, target_person_id) as one, greatest(source_person_id, target_person_id) as other
      from insight.tie as events
      where course_id = ${courseId} and ${windowOf(asOf)} and layer <> 'staff'
        and source_person_id <> target_person_id`,
  );
  return rows.map(({ one, other }) => [one, other]);
}

async function apartIn(db: ReadDb, courseId: number): Promise<Two[]> {
  const rows = await select<{ oneId: number; otherId: number }>(db, sql`select * from care.apart_in(${courseId})`);
  return rows.map(({ oneId, otherId }) => [oneId, otherId]);
}
