import { sql } from 'kysely';
import type { ReadDb } from '@kith/sql/connect.ts';
import type { ResponseOf } from '../contract/endpoint.ts';
import type { Language } from '../contract/language.ts';
import type { getLearner } from '../contract/learner.ts';
import { speechIn } from '../words/speech-in.ts';
import { becauseOf } from './because.ts';
import { courseHead } from './course-head.ts';
import { storedWeek } from './course-week.ts';
import { cardOf, cardRows } from './learners.ts';
import { select } from './select.ts';
import { tiesOf } from './learner-ties.ts';
import { timelineOf } from './learner-timeline.ts';
import { visibilitySentence } from './visibility-sentence.ts';

type Detail = ResponseOf<typeof getLearner>;
type Source = Detail['visibility'][number]['source'];

/** Everything about one learner in one course-week; undefined where the reader may not see it or it does not exist. */
export async function learner(
  db: ReadDb,
  {
    courseId,
    personId,
    week,
    language,
  }: { courseId: number; personId: number; week?: number | undefined; language: Language },
): Promise<Detail | undefined> {
  const course = await courseHead(db, courseId);
  const stored = await storedWeek(db, courseId, week);
  if (!course || !stored) return undefined;
  const [row] = await cardRows(
    db,
    sql`one.course_id = ${courseId} and one.week = ${stored.week} and one.person_id = ${personId}`,
  );
  if (!row) return undefined;
  const say = speechIn(language);
  return {
    course,
    week: stored.week,
    asOf: stored.asOf.toISOString(),
    learner: cardOf(row, language),
    weeks: await weeksOf(db, courseId, personId),
    ties: await tiesOf(db, courseId, personId, stored.asOf),
    timeline: (await timelineOf(db, courseId, personId, stored.asOf)).map((signal) => ({
      ...signal,
      sentence: say.happening(signal.sentence),
    })),
    contacts: await contactsWith(db, courseId, personId),
    declarations: await declarationsOf(db, courseId, personId),
    visibility: (Object.entries(row.visibility) as [Source, (typeof row.visibility)[Source]][]).map(
      ([source, visibility]) => ({
        source,
        visibility,
        sentence: say.visibility(source, visibility, visibilitySentence(source, visibility)),
      }),
    ),
    because: await becauseOf(db, courseId),
    compared: row.signals.comparedWith && {
      basis: row.signals.comparedWith.basis,
      learners: row.signals.comparedWith.learners,
    },
  };
}

const weeksOf = (db: ReadDb, courseId: number, personId: number): Promise<Detail['weeks']> =>
  select(
    db,
    sql`
      select
        one.week, one.week_start, one.state, one.score, case when one.state = 'scored' then one.band end as band, one.coverage,
        one.definition_version,
        (
          select count(distinct (activity.occurred_at at time zone coalesce(course.timezone, institution.timezone))::date)::int
          from core.known_activity as activity
          where activity.institution_id = one.institution_id and activity.course_id = one.course_id
            and activity.person_id = one.person_id
            and activity.occurred_at >= one.as_of - interval '168 hours' and activity.occurred_at < one.as_of
        ) as active_days,
        (
          select count(*)::int
          from core.known_post as posts
          where posts.institution_id = one.institution_id and posts.course_id = one.course_id
            and posts.author_id = one.person_id
            and posts.occurred_at >= one.as_of - interval '168 hours' and posts.occurred_at < one.as_of
        ) as posts,
        (
          select count(distinct presence.session_key)::int
          from core.known_presence as presence
          join core.known_session as sessions
            on sessions.institution_id = presence.institution_id and sessions.course_id = presence.course_id
            and sessions.source_id = presence.source_id and sessions.key = presence.session_key
          where presence.institution_id = one.institution_id and presence.course_id = one.course_id
            and presence.person_id = one.person_id and presence.status in ('present', 'late', 'remote')
            and sessions.occurred_at >= one.as_of - interval '168 hours' and sessions.occurred_at < one.as_of
        ) as sessions
      from insight.learner_week as one
      join core.course as course on course.institution_id = one.institution_id and course.course_id = one.course_id
      join core.institution as institution on institution.institution_id = one.institution_id
      where one.course_id = ${courseId} and one.person_id = ${personId}
      order by one.week`,
  );

async function contactsWith(db: ReadDb, courseId: number, personId: number): Promise<string[]> {
  const rows = await select<{ at: Date }>(
    db,
    sql`
      select at from care.contact
      where course_id = ${courseId} and person_id = ${personId} and withdrawn_at is null
      order by at`,
  );
  return rows.map(({ at }) => at.toISOString());
}

async function declarationsOf(db: ReadDb, courseId: number, personId: number): Promise<Detail['declarations']> {
  const rows = await select<{ kind: Detail['declarations'][number]['kind']; from: Date; to: Date | null }>(
    db,
    sql`
      select said.kind, said.occurred_at as "from", said.valid_to as "to"
      from core.declaration as said
      join core.account as account
        on account.institution_id = said.institution_id and account.account_id = said.account_id
      where said.course_id = ${courseId} and account.person_id = ${personId} and said.superseded_at is null
        and coalesce(said.valid_to > now(), true)
      order by said.occurred_at desc`,
  );
  return rows.map(({ kind, from, to }) => ({ kind, from: from.toISOString(), to: to?.toISOString() ?? null }));
}
