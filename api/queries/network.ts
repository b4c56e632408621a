import { sql } from 'kysely';
import type { ReadDb } from '@kith/sql/connect.ts';
import type { ResponseOf } from '../contract/endpoint.ts';
import type { getNetwork } from '../contract/network.ts';
import { decayed, windowOf } from './learner-ties.ts';
import { includedIn } from './included.ts';
import { select } from './select.ts';

type Picture = ResponseOf<typeof getNetwork>;
type Node = Picture['nodes'][number];

interface Options {
  readonly courseId: number;
  readonly week: number;
  readonly asOf: Date;
  /** Tie kinds; undefined: all. */
  readonly kinds: readonly string[] | undefined;
  readonly staff: boolean;
}

/** Who was in touch with whom in the 42 days before T. Places come from the computation and stay still from week to week. */
export async function network(db: ReadDb, options: Options): Promise<Picture> {
  const edges = await edgesOf(db, options);
  const people = await peopleOf(db, options);
  const neighbours = new Map<number, Set<number>>();
  const staff = new Set(people.filter((person) => person.staff).map(({ personId }) => personId));
  for (const { source, target } of edges) {
    join(neighbours, source, target, staff);
    join(neighbours, target, source, staff);
  }
  const nodes = people.map(({ place, ...person }): Node => {
    const peers = neighbours.get(person.personId)?.size ?? 0;
    const [x, y] = place ?? ring(person.personId);
    return { ...person, peers, isolate: !person.staff && peers === 0, x, y };
  });
  return {
    week: options.week,
    nodes,
    edges,
    kinds: await kindsOf(db, options),
    included: await includedIn(db, options.courseId, options.week),
    caption: captionOf(nodes),
  };
}

const edgesOf = (db: ReadDb, { courseId, asOf, kinds, staff }: Options): Promise<Picture['edges']> =>
  select(
    db,
    sql`
      select
        source_person_id as source, target_person_id as target, directed, kind,
        sum(${decayed(asOf)})::float8 as strength, count(*)::int as events,
        (extract(epoch from ${asOf}::timestamptz - max(occurred_at)) / 86400)::float8 as age_days
      from insight.tie_event as events
      where course_id = ${courseId} and ${windowOf(asOf)}
        and (${staff} or layer <> 'staff')
        and (${kinds === undefined} or kind = any (${[...(kinds ?? [])]}))
      group by source_person_id, target_person_id, directed, kind
      order by source_person_id, target_person_id, kind`,
  );

/** Kinds of this week whatever the filter asks for: the pairs each of them ties. */
const kindsOf = (db: ReadDb, { courseId, asOf, staff }: Options): Promise<Picture['kinds']> =>
  select(
    db,
    sql`
      select kind, count(distinct (least(source_person_id, target_person_id), greatest(source_person_id, target_person_id)))::int as ties
      from insight.tie_event as events
      where course_id = ${courseId} and ${windowOf(asOf)} and (${staff} or layer <> 'staff')
      group by kind
      order by kind`,
  );

interface Person extends Omit<Node, 'peers' | 'isolate' | 'x' | 'y'> {
  place: [number, number] | null;
}

const peopleOf = (db: ReadDb, { courseId, week, staff }: Options): Promise<Person[]> =>
  select(
    db,
    sql`
      with people as (
        select institution_id, course_id, person_id, false as staff, case when state = 'scored' then band end as band
        from insight.learner_week
        where course_id = ${courseId} and week = ${week} and state not in ('not_enrolled', 'opted_out')
        union all
        select institution_id, course_id, person_id, true, null
        from core.participant
        where ${staff} and course_id = ${courseId} and role = 'staff'
      )
      select
        people.person_id, coalesce(person.name, 'Person ' || people.person_id) as name, people.staff, people.band,
        course_week.network -> people.person_id::text as place
      from people
      left join insight.course_week as course_week
        on course_week.institution_id = people.institution_id and course_week.course_id = people.course_id
        and course_week.week = ${week}
      left join identity.shown_person as person
        on person.institution_id = people.institution_id and person.person_id = people.person_id
      order by name, people.person_id`,
  );

/** Distinct peers: staff are no peers, however often they answer. */
function join(neighbours: Map<number, Set<number>>, from: number, to: number, staff: ReadonlySet<number>): void {
  if (staff.has(to)) return;
  const peers = neighbours.get(from) ?? new Set<number>();
  neighbours.set(from, peers.add(to));
}

/** Staff have no stored place: they stand on a ring around the class, always at the same spot. */
function ring(person: number): readonly [number, number] {
  const angle = person * 2.399963229728653;
  return [Math.round(1000 * Math.cos(angle)) / 1000, Math.round(1000 * Math.sin(angle)) / 1000];
}

function captionOf(nodes: readonly Node[]): string {
  const learners = nodes.filter((node) => !node.staff);
  const alone = learners.filter((node) => node.isolate).length;
  const connected = learners.length - alone;
  const rest =
    alone === 0 ? 'nobody is without a tie' : `${String(alone)} ${alone === 1 ? 'has' : 'have'} no tie in this picture`;
  return `${String(connected)} of ${String(learners.length)} learners were in touch in the last six weeks; ${rest}.`;
}
