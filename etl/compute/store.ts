import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { ComputedLearner, ComputedTerm, ComputedWeek } from './course.ts';
import type { Course, CourseFacts } from './facts/course-facts.ts';
import { rounded } from './values.ts';
import { storeAlerts } from '../alerts/store.ts';
import { typeOf } from '../alerts/term.ts';
import type { Value } from '../indicator.ts';
import { onlyImmediacy, withoutImmediacy } from '../health/immediacy.ts';
import { hiddenSentence } from '../score/hidden-sentences.ts';
import { roundTogether } from '../score/rounding.ts';
import { changeSentence, reasonSentence } from '../score/sentences.ts';
import type { LearnerWeek } from '../score/types.ts';

/**
 * Replaces every stored week of a course after the first `standing` ones. Run it in the transaction that read the facts.
 */
export async function storeTerm(
  db: Db,
  course: Course,
  { weeks, lists }: ComputedTerm,
  standing: number,
  computedAt: Date,
): Promise<void> {
  const later = sql`institution_id = ${course.institutionId} and course_id = ${course.courseId} and week > ${standing}`;
  await sql`delete from insight.learner_week where ${later}`.execute(db);
  await sql`delete from insight.course_week where ${later}`.execute(db);
  await sql`delete from insight.course_immediacy where ${later}`.execute(db);
  for (const week of weeks) {
    await storeLearners(db, course, week, computedAt);
    await storeCourse(db, course, week, computedAt);
  }
  await storeAlerts(db, course, lists, computedAt);
}

/**
 * How fresh its sources are is said with every week of a course, and changes with every load: weeks that stand are told.
 */
export async function refreshSources(db: Db, course: Course, { connections }: CourseFacts): Promise<void> {
  const fresh = Object.entries(connections).map(([source, { from, lastAt }]) => ({ source, from, lastAt }));
  await sql`
    with
    told as (
      select
        week.institution_id, week.course_id, week.week,
        jsonb_agg(one.source || jsonb_build_object('from', fresh."from", 'lastAt', fresh."lastAt") order by one.place) as sources
      from insight.course_week as week
      cross join jsonb_array_elements(week.sources) with ordinality as one (source, place)
      join jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb) as fresh (source text, "from" jsonb, "lastAt" jsonb)
        on fresh.source = one.source ->> 'source'
      where week.institution_id = ${course.institutionId} and week.course_id = ${course.courseId}
      group by week.institution_id, week.course_id, week.week
    )
    update insight.course_week as week
    set sources = told.sources
    from told
    where week.institution_id = told.institution_id and week.course_id = told.course_id and week.week = told.week
      and week.sources <> told.sources`.execute(db);
}

const alertList = ({ alerts: { courseNotice, listed, waiting } }: ComputedWeek): object => ({
  courseNotice,
  listed: listed.map(({ learnerId }) => Number(learnerId)),
  waiting: waiting.length,
  queue: waiting.map(({ learnerId, patterns }) => ({ person: Number(learnerId), type: typeOf(patterns), patterns })),
});

/** Columns of a learner's week as they come, and their types. */
const learnerColumns = {
  person_id: 'bigint',
  kind: 'text',
  state: 'text',
  score: 'float8',
  band: 'text',
  trend: 'text',
  coverage: 'float8',
  confidence: 'float8',
  weeks_observed: 'int',
  contributions: 'jsonb',
  signals: 'jsonb',
  visibility: 'jsonb',
  reasons: 'jsonb',
  indicators: 'jsonb',
  patterns: 'jsonb',
  roster_state: 'text',
  definition_version: 'int',
} as const;

type LearnerRow = Readonly<Record<keyof typeof learnerColumns, unknown>>;

/** One statement a week, whatever the size of the class. JSON goes as lines, each read straight into its column. */
async function storeLearners(db: Db, course: Course, week: ComputedWeek, computedAt: Date): Promise<void> {
  const rows = week.learners.map((learner) => learnerRow(learner, week));
  const columns = Object.entries(learnerColumns) as [keyof LearnerRow, string][];
  const values = columns.map(([name, type]) => {
    const column = rows.map((row) => row[name]);
    if (type !== 'jsonb') return sql`unnest(${column}::${sql.raw(type)}[]) as ${sql.raw(name)}`;
    const lines = column.map((value) => JSON.stringify(value)).join('\n');
    return sql`string_to_table(${lines}, ${'\n'})::${sql.raw(type)} as ${sql.raw(name)}`;
  });
  const names = sql.raw(columns.map(([name]) => name).join(', '));
  await sql`
    insert into insight.learner_week (institution_id, course_id, week, week_start, as_of, computed_at, ${names})
    select
      ${course.institutionId}, ${course.courseId}, ${week.week.week}, ${week.week.monday}::date, ${new Date(week.week.end)},
      ${computedAt}, ${names}
    from (select ${sql.join(values)}) as row`.execute(db);
}

function learnerRow(learner: ComputedLearner, week: ComputedWeek): LearnerRow {
  const person = Number(learner.learnerId);
  return {
    person_id: person,
    kind: learner.kind,
    state: learner.state,
    score: rounded(learner.score),
    band: learner.band,
    trend: learner.trend,
    coverage: rounded(learner.coverage),
    confidence: rounded(learner.confidence),
    weeks_observed: learner.weeksObserved,
    contributions: known(learner.contributions),
    signals: {
      values: known(learner.values),
      usual: known(learner.usual),
      concerns: known(learner.concerns),
      comparedWith: learner.comparedWith,
      confidenceLevel: learner.confidenceLevel,
      rawBand: learner.rawBand,
    },
    visibility: learner.visibility,
    reasons: explained(learner),
    indicators: learner.indicators,
    patterns: { now: week.patterns.get(person) ?? {}, firing: week.firing.get(person) ?? [] },
    roster_state: week.rosterStates.get(person) ?? null,
    definition_version: learner.definition.version,
  };
}

/**
 * Reasons with their printed points and English, as they were when the number was made. What follows from the parameters
 * or the component is not written twice; `api/queries/stored-reason.ts` puts it back.
 */
function explained({ reasons, wouldChange, hidden }: LearnerWeek): object {
  const points = roundTogether(reasons.map((reason) => reason.contribution));
  return {
    reasons: reasons.map((reason, place) => ({
      component: reason.component,
      concern: rounded(reason.concern),
      contribution: rounded(reason.contribution),
      points: points[place],
      usualBasis: reason.usualBasis ?? undefined,
      params: known(reason.params),
      sentence: reasonSentence(reason),
    })),
    wouldChange:
      wouldChange === null
        ? null
        : {
            component: wouldChange.component,
            scoreThen: rounded(wouldChange.scoreThen),
            params: known(wouldChange.params),
            sentence: changeSentence(wouldChange),
          },
    hidden: hidden.map((part) => ({ ...part, sentence: hiddenSentence(part) })),
  };
}

async function storeCourse(db: Db, course: Course, week: ComputedWeek, computedAt: Date): Promise<void> {
  const { learners, scores } = week;
  await sql`
    insert into insight.course_week (
      institution_id, course_id, week, week_start, as_of, learners, scored, indicators, reference, sources, notices,
      network, affordances, health, alert_list, definition_version, computed_at
    ) values (
      ${course.institutionId}, ${course.courseId}, ${week.week.week}, ${week.week.monday}, ${new Date(week.week.end)},
      ${learners.filter(({ state }) => state !== 'not_enrolled').length},
      ${learners.filter(({ state }) => state === 'scored').length},
      ${JSON.stringify(withoutImmediacy(week.indicators))}::jsonb, ${JSON.stringify(scores.references)}::jsonb,
      ${JSON.stringify(week.sources)}::jsonb, ${JSON.stringify(week.notices)}::jsonb,
      ${JSON.stringify(week.positions)}::jsonb, ${JSON.stringify(week.affordances)}::jsonb,
      ${JSON.stringify(week.sharedHealth)}::jsonb, ${JSON.stringify(alertList(week))}::jsonb, ${scores.definition.version}, ${computedAt}
    )`.execute(db);
  await sql`
    insert into insight.course_immediacy (institution_id, course_id, week, indicators, health)
    values (
      ${course.institutionId}, ${course.courseId}, ${week.week.week},
      ${JSON.stringify(onlyImmediacy(week.indicators))}::jsonb, ${JSON.stringify(week.health)}::jsonb
    )`.execute(db);
}

/** What is known, to nine digits; what is not is left out, which reads as null: half of a row was nulls. */
function known(values: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  const told: Record<string, Value> = {};
  for (const [name, value] of Object.entries(values)) {
    if (value !== null) told[name] = typeof value === 'number' ? rounded(value) : value;
  }
  return told;
}
