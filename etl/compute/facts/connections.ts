import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import { sources, type Source } from '../../score/visibility.ts';
import type { Course } from './course.ts';
import type { Logged } from './log.ts';

/** What feeds one kind of trace in a course, since when, and whom it can recognise. */
export interface Connection {
  /** Instant of the first event; null: not connected. */
  readonly since: number | null;
  readonly lastAt: number | null;
  /** Configured sources that feed it. */
  readonly from: readonly number[];
  /** Person to the instant from which the source is known to recognise them (-Infinity: its user list names them). */
  readonly matched: ReadonlyMap<number, number>;
  /** Ascending instants' first and last per person would be too much to keep: the first event in it, by person. */
  readonly firstAt: ReadonlyMap<number, number>;
}

/** What one source tells of one person, or of nobody: the first instant and the last, in ms. */
interface Trace {
  readonly kind: Source;
  readonly sourceId: number;
  readonly personId: number | null;
  readonly first: number;
  readonly last: number;
}

/** What is logged in a group's place is activity, and tells that there are groups. */
const tracesOf = ({ grouped, sourceId, personId, first, last }: Logged): readonly Trace[] =>
  (grouped ? (['group', 'activity'] as const) : (['activity'] as const)).map((kind) => ({
    kind,
    sourceId,
    personId,
    first,
    last,
  }));

const bySourceAndPerson = (one: Trace, other: Trace): number =>
  one.sourceId - other.sourceId || (one.personId ?? 0) - (other.personId ?? 0);

/**
 * Who is matched in a configured source: whoever one of its facts names, from that fact on (§9.6 N4); whoever its own
 * user list names; and whoever carries the e-mail by which the source recognises others. The last two hold at all
 * times: such a person would have been recognised. A source of native files alone has no user list: its persons.csv is
 * roster (§9.6 N4); beside a system's own export it is that system's list.
 */
export async function readConnections(
  db: Db,
  course: Course,
  log: readonly Logged[],
): Promise<Readonly<Record<Source, Connection>>> {
  const here = sql`institution_id = ${course.institutionId} and course_id = ${course.courseId}`;
  const { rows } = await sql<Trace>`
    with seen as (
      select 'forum' as kind, source_id, author_id as person_id, occurred_at from core.known_post where ${here}
      union all
      select 'forum', source_id, person_id, occurred_at from core.known_reaction
      where ${here} and occurred_at is not null and kind <> 'flag'
      union all
      select 'live', source_id, null, occurred_at from core.known_session where ${here} and kind <> 'breakout'
      union all
      select 'live', presence.source_id, presence.person_id, coalesce(presence.occurred_at, sessions.occurred_at)
      from core.known_presence as presence
      join core.known_session as sessions
        on sessions.institution_id = presence.institution_id and sessions.course_id = presence.course_id
        and sessions.source_id = presence.source_id and sessions.key = presence.session_key
      where presence.institution_id = ${course.institutionId} and presence.course_id = ${course.courseId}
      union all
      select 'feedback', source_id, giver_id, occurred_at from core.known_feedback where ${here} and occurred_at is not null
      union all
      select 'feedback', source_id, receiver_id, occurred_at from core.known_feedback where ${here} and occurred_at is not null
      union all
      select 'group', source_id, null, coalesce(valid_from, '-infinity') from core.known_group where ${here}
      union all
      select 'survey', response.source_id, account.person_id, response.occurred_at
      from core.survey_response as response
      left join core.account as account
        on account.institution_id = response.institution_id and account.account_id = response.account_id
      where response.institution_id = ${course.institutionId} and response.course_id = ${course.courseId}
        and response.superseded_at is null
      union all
      select 'mentor', sessions.source_id, null, sessions.occurred_at
      from core.known_session as sessions
      where sessions.institution_id = ${course.institutionId} and sessions.course_id = ${course.courseId}
        and sessions.kind = 'peer_session'
    )
    select
      kind, source_id, person_id,
      extract(epoch from min(occurred_at))::float8 * 1000 as first, extract(epoch from max(occurred_at))::float8 * 1000 as last
    from seen
    group by kind, source_id, person_id`.execute(db);
  const events = [...rows, ...log.flatMap(tracesOf)].sort(bySourceAndPerson);
  const { rows: listed } = await sql<{ sourceId: number; personId: number }>`
    select distinct account.source_id, member.person_id
    from core.known_member as member
    join core.account as account
      on account.institution_id = member.institution_id and account.person_id = member.person_id and account.in_roster
    where member.institution_id = ${course.institutionId} and member.course_id = ${course.courseId}
      and exists (
        select from ops.run as run
        where run.institution_id = account.institution_id and run.source_id = account.source_id
          and run.state = 'visible' and run.connector <> 'native'
      )
    union
    select recognised.source_id, member.person_id
    from core.known_member as member
    join core.account as account
      on account.institution_id = member.institution_id and account.person_id = member.person_id
    join identity.claim as claim
      on claim.institution_id = account.institution_id and claim.account_id = account.account_id and claim.scheme = 'email'
    cross join (
      select distinct other.source_id
      from identity.claim as theirs
      join core.account as other
        on other.institution_id = theirs.institution_id and other.account_id = theirs.account_id
      where theirs.institution_id = ${course.institutionId} and theirs.scheme = 'email' and not other.in_roster
    ) as recognised
    where member.institution_id = ${course.institutionId} and member.course_id = ${course.courseId}`.execute(db);
  // Of whom a source may not be read it says nothing, and nothing is not zero.
  const { rows: withheld } = await sql<{ sourceId: number; personId: number }>`
    select source_id, person_id from core.withheld where institution_id = ${course.institutionId}`.execute(db);
  const unread = new Set(withheld.map(({ sourceId, personId }) => `${String(sourceId)}:${String(personId)}`));
  const listedBySource = Map.groupBy(
    listed.filter(({ sourceId, personId }) => !unread.has(`${String(sourceId)}:${String(personId)}`)),
    (row) => row.sourceId,
  );
  // Native files know each person by one id: one fact in any of them is recognition in all (§9.6 N4).
  const firstAnywhere = new Map<string, number>();
  for (const { sourceId, personId, first } of events) {
    if (personId === null) continue;
    const key = `${String(sourceId)}:${String(personId)}`;
    firstAnywhere.set(key, Math.min(first, firstAnywhere.get(key) ?? Infinity));
  }
  return Object.fromEntries(
    sources.map((kind) => {
      const mine = events.filter((row) => row.kind === kind);
      const from = [...new Set(mine.map((row) => row.sourceId))];
      const matched = new Map<number, number>();
      for (const [key, first] of firstAnywhere) {
        const [sourceId, personId] = key.split(':').map(Number) as [number, number];
        if (from.includes(sourceId)) matched.set(personId, Math.min(first, matched.get(personId) ?? Infinity));
      }
      for (const sourceId of from) {
        for (const { personId } of listedBySource.get(sourceId) ?? []) matched.set(personId, -Infinity);
      }
      const firstAt = new Map<number, number>();
      for (const { personId, first } of mine) {
        if (personId !== null) firstAt.set(personId, Math.min(first, firstAt.get(personId) ?? Infinity));
      }
      const connection: Connection = {
        since: mine.length === 0 ? null : Math.min(...mine.map((row) => row.first)),
        lastAt: mine.length === 0 ? null : Math.max(...mine.map((row) => row.last)),
        from,
        matched,
        firstAt,
      };
      return [kind, connection] as const;
    }),
  ) as Readonly<Record<Source, Connection>>;
}
