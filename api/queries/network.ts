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
  /** Only ties from posts in spaces of this kind; undefined: all. */
  readonly talk: Talk | undefined;
}

type Talk = Picture['talks'][number];

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
  const bridges = bridgesOf(people);
  const nodes = people.map(({ personId, name, staff: isStaff, band, place }): Node => {
    const peers = neighbours.get(personId)?.size ?? 0;
    const [x, y, circle = null] = place ?? ring(personId);
    const isolate = !isStaff && peers === 0;
    const [inCircle, bridge] = [isolate ? null : circle, bridges.has(personId)];
    return { personId, name, staff: isStaff, band, peers, isolate, x, y, circle: inCircle, bridge };
  });
  return {
    week: options.week,
    nodes,
    edges,
    kinds: await kindsOf(db, options),
    talks: await talksOf(db, options),
    included: await includedIn(db, options.courseId, options.week),
    caption: captionOf(nodes),
  };
}

/** The space a tie's post stands in. Ties that rest on no post have none. */
const spaceOfTie = sql`
  from core.post as post
    join core.space as space
      on space.institution_id = post.institution_id and space.course_id = post.course_id
      and space.source_id = post.source_id and space.key = post.space_key and space.superseded_at is null
  where post.institution_id = events.institution_id and post.course_id = events.course_id
    and post.post_id = case when events.event_ref like 'post:%' then split_part(events.event_ref, ':', 2)::bigint end`;

const edgesOf = (db: ReadDb, { courseId, asOf, kinds, staff, talk }: Options): Promise<Picture['edges']> =>
  select(
    db,
    sql`
      select
        source_person_id as source, target_person_id as target, directed, kind,
        sum(${decayed(asOf)})::float8 as strength, count(*)::int as events,
        (extract(epoch from ${asOf}::timestamptz - max(occurred_at)) / 86400)::float8 as age_days
      from insight.tie as events
      where course_id = ${courseId} and ${windowOf(asOf)}
        and (${staff} or layer <> 'staff')
        and (${kinds === undefined} or kind = any (${[...(kinds ?? [])]}))
        ${talk === undefined ? sql`` : sql`and exists (select ${spaceOfTie} and space.formality = ${talk})`}
      group by source_person_id, target_person_id, directed, kind
      order by source_person_id, target_person_id, kind`,
  );

/** Kinds of this week whatever the filter asks for: the pairs each of them ties. */
const kindsOf = (db: ReadDb, { courseId, asOf, staff }: Options): Promise<Picture['kinds']> =>
  select(
    db,
    sql`
      select kind, count(distinct (least(source_person_id, target_person_id), greatest(source_person_id, target_person_id)))::int as ties
      from insight.tie as events
      where course_id = ${courseId} and ${windowOf(asOf)} and (${staff} or layer <> 'staff')
      group by kind
      order by kind`,
  );

const talksOf = async (db: ReadDb, { courseId, asOf, staff }: Options): Promise<Talk[]> => {
  const found = await select<{ talk: Talk }>(
    db,
    sql`
      select distinct space.formality as talk
      from insight.tie as events, lateral (select space.formality ${spaceOfTie}) as space
      where events.course_id = ${courseId} and ${windowOf(asOf)} and (${staff} or layer <> 'staff')
        and space.formality in ('academic', 'informal')
      order by talk`,
  );
  return found.map(({ talk }) => talk);
};

interface Person extends Omit<Node, 'peers' | 'isolate' | 'x' | 'y' | 'circle' | 'bridge'> {
  place: [x: number, y: number, circle?: number] | null;
  /** S17 at the end of the week, whatever is drawn; null: it cannot be said. */
  betweenness: number | null;
}

const mostBridges = 5;

function bridgesOf(people: readonly Person[]): ReadonlySet<number> {
  const between = people
    .flatMap(({ personId, betweenness }) =>
      betweenness !== null && betweenness > 0 ? [{ personId, betweenness }] : [],
    )
    .sort((one, other) => other.betweenness - one.betweenness || one.personId - other.personId);
  return new Set(between.slice(0, mostBridges).map(({ personId }) => personId));
}

const peopleOf = (db: ReadDb, { courseId, week, staff }: Options): Promise<Person[]> =>
  select(
    db,
    sql`
      with people as (
        select institution_id, course_id, person_id, false as staff, case when state = 'scored' then band end as band,
          (indicators ->> 'betweenness')::float8 as betweenness
        from insight.learner_week
        where course_id = ${courseId} and week = ${week} and state not in ('not_enrolled', 'opted_out')
        union all
        select institution_id, course_id, person_id, true, null, null
        from core.participant
        where ${staff} and course_id = ${courseId} and role = 'staff'
      )
      select
        people.person_id, coalesce(person.name, 'Person ' || people.person_id) as name, people.staff, people.band, people.betweenness,
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
function ring(person: number): readonly [x: number, y: number, circle?: number] {
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
