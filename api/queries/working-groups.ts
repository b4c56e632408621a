import { sql } from 'kysely';
import type { ReadDb } from '@kith/sql/connect.ts';
import type { ResponseOf } from '../contract/endpoint.ts';
import type { listWorkingGroups } from '../contract/working-groups.ts';
import { optedOut } from './opted-out.ts';
import { select } from './select.ts';

type Groups = ResponseOf<typeof listWorkingGroups>['groups'];
type Member = Groups[number]['members'][number];

interface Row extends Member {
  readonly groupKey: string;
  readonly title: string | null;
}

/** Less than this part of an equal share is hardly taking part (S33). */
const hardly = 0.25;

/** The groups of a course at an instant, by title, with the work of four weeks before it; without who chose not to be part. */
export async function workingGroups(db: ReadDb, courseId: number, asOf: Date): Promise<Groups> {
  const rows = await membersOf(db, courseId, asOf);
  const groups = [...Map.groupBy(rows, ({ groupKey }) => groupKey).values()].map(groupOf);
  return groups.sort((one, other) => byTitle.compare(one.title ?? last, other.title ?? last));
}

const last = '\uffff';

/** Group 2 before Group 10, and what has no title at the end. */
const byTitle = new Intl.Collator('en', { numeric: true });

/** Whether any work in a group was ever seen: without it, nobody's silence in one means anything. */
export async function seesWork(db: ReadDb, courseId: number, asOf: Date): Promise<boolean> {
  const [row] = await select<{ seen: boolean }>(
    db,
    sql`
      select exists (
        select from core.known_activity
        where course_id = ${courseId} and object_type = 'group' and occurred_at < ${asOf} and ${isWork}
      ) as seen`,
  );
  return row?.seen ?? false;
}

const isWork = sql`verb_id <> (select verb_id from core.verb where verb = 'viewed')`;

const membersOf = (db: ReadDb, courseId: number, asOf: Date): Promise<Row[]> =>
  select<Row>(
    db,
    sql`
      with members as (
        select distinct
          groups.institution_id, groups.course_id, groups.source_id, groups.key, groups.title, membership.person_id
        from core.known_group as groups
        join core.known_membership as membership
          on membership.institution_id = groups.institution_id and membership.course_id = groups.course_id
          and membership.source_id = groups.source_id and membership.group_key = groups.key
        join core.known_member as member
          on member.institution_id = groups.institution_id and member.course_id = groups.course_id
          and member.person_id = membership.person_id and member.learner_from is not null
          and not ${optedOut('member')}
        where groups.course_id = ${courseId} and groups.kind not in ('cohort', 'section')
          and coalesce(greatest(membership.valid_from, groups.valid_from), '-infinity') < ${asOf}
          and coalesce(least(membership.valid_to, groups.valid_to), 'infinity') >= ${asOf}
      ),
      work as (
        select source_id, object_key as key, person_id, sum(count)::int as contributions
        from core.known_activity
        where course_id = ${courseId} and object_type = 'group' and object_key is not null and ${isWork}
          and occurred_at >= ${asOf}::timestamptz - interval '672 hours' and occurred_at < ${asOf}
        group by source_id, object_key, person_id
      ),
      feedback as (
        select known.giver_id, known.receiver_id, known.allotted, known.occurred_at
        from core.known_feedback as known
        join core.feedback as feedback
          on feedback.institution_id = known.institution_id and feedback.course_id = known.course_id
          and feedback.feedback_id = known.feedback_id
        where known.course_id = ${courseId} and known.kind = 'peer'
          and coalesce(feedback.allotted_at, known.occurred_at, '-infinity') < ${asOf}
      ),
      gave as (
        select giver_id, count(*) filter (where occurred_at < ${asOf})::int as given, count(*)::int as assigned
        from feedback
        where allotted
        group by giver_id
      ),
      got as (
        select receiver_id, count(*)::int as received
        from feedback
        where occurred_at >= ${asOf}::timestamptz - interval '672 hours' and occurred_at < ${asOf}
        group by receiver_id
      )
      select
        members.source_id || ':' || members.key as group_key, members.title, members.person_id,
        coalesce(person.name, 'Person ' || members.person_id) as name,
        coalesce(work.contributions, 0) as contributions, coalesce(gave.given, 0) as given,
        coalesce(gave.assigned, 0) as assigned, coalesce(got.received, 0) as received
      from members
      left join work
        on work.source_id = members.source_id and work.key = members.key and work.person_id = members.person_id
      left join gave on gave.giver_id = members.person_id
      left join got on got.receiver_id = members.person_id
      left join identity.shown_person as person
        on person.institution_id = members.institution_id and person.person_id = members.person_id
      order by group_key, name, members.person_id`,
  );

function groupOf(rows: readonly Row[]): Groups[number] {
  const sum = (of: (row: Row) => number): number => rows.reduce((all, row) => all + of(row), 0);
  const contributions = sum((row) => row.contributions);
  const atWork = rows.filter((row) => row.contributions > 0).length >= 2;
  const takePart = rows.filter((row) => row.contributions > 0 && shareOf(row, contributions, rows.length) >= hardly);
  return {
    title: rows[0]!.title,
    size: rows.length,
    members: rows.map(({ groupKey: _, title: __, ...row }) => row),
    contributions,
    takePart: takePart.length,
    mostByOne: contributions === 0 ? null : Math.max(...rows.map((row) => row.contributions)) / contributions,
    atWork,
    uneven: atWork && takePart.length < rows.length,
    given: sum((row) => row.given),
    assigned: sum((row) => row.assigned),
    received: sum((row) => row.received),
  };
}

const shareOf = (row: Row, contributions: number, members: number): number =>
  row.contributions / (contributions / members);
