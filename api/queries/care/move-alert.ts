import { sql } from 'kysely';
import type { Db, ReadDb } from '@kith/sql/connect.ts';
import { isShared, mayMove, type AlertState } from '../../care/alert-states.ts';
import type { Reader } from '../../reader.ts';
import { select } from '../select.ts';

export interface AlertKey {
  readonly courseId: number;
  readonly personId: number;
  readonly type: string;
}

export interface Move extends AlertKey {
  readonly to: AlertState;
  readonly weeks: number;
  readonly reason: string | null;
}

interface Standing {
  readonly state: AlertState;
  readonly untilWeek: number | null;
  /** Last week of the course. */
  readonly week: number;
}

/** Where an alert stands for one viewer: what holds for all comes before their own list. Undefined: no such learner. */
async function standingOf(
  db: ReadDb,
  { personId: viewerId }: Reader,
  { courseId, personId, type }: AlertKey,
): Promise<Standing | undefined> {
  const [row] = await select<Standing>(
    db,
    sql`
      select
        one.week,
        case
          when alert.state in ('acted', 'closed') then alert.state
          when view.state = 'snoozed' and view.until_week < one.week then 'seen' -- back on the list, as before it was put off
          else coalesce(view.state, 'open')
        end as state,
        case when view.until_week >= one.week then view.until_week end as until_week
      from insight.learner_week as one
      left join insight.alert as alert
        on alert.institution_id = one.institution_id and alert.course_id = one.course_id
        and alert.person_id = one.person_id and alert.type = ${type}
      left join care.alert_view as view
        on view.institution_id = one.institution_id and view.course_id = one.course_id
        and view.person_id = one.person_id and view.type = ${type} and view.viewer_id = ${viewerId}
      where one.course_id = ${courseId} and one.person_id = ${personId}
      order by one.week desc
      limit 1`,
  );
  return row;
}

/** `unknown`: no such learner; `not_this_way`: from where it stands nobody gets there. Else the step, for undo. */
export async function moveAlert(db: Db, reader: Reader, move: Move): Promise<number | 'unknown' | 'not_this_way'> {
  const before = await standingOf(db as unknown as ReadDb, reader, move);
  if (before === undefined) return 'unknown';
  if (!mayMove(before.state, move.to)) return 'not_this_way';
  const untilWeek = move.to === 'snoozed' ? before.week + move.weeks - 1 : null;
  const { stepId } = await db
    .insertInto('care.alertStep')
    .values({
      institutionId: reader.institutionId,
      courseId: move.courseId,
      personId: move.personId,
      type: move.type,
      viewerId: reader.personId,
      at: new Date(),
      week: before.week,
      fromState: before.state,
      fromUntilWeek: before.untilWeek,
      toState: move.to,
      untilWeek,
      reason: move.reason,
    })
    .returning('stepId')
    .executeTakeFirstOrThrow();
  if (isShared(move.to)) await setShared(db, reader, move, move.to, before.week);
  else await setOwn(db, reader, move, move.to, untilWeek);
  return stepId;
}

/** Takes back one step of the reader's, if no later one stands on it. */
export async function undoStep(
  db: Db,
  reader: Reader,
  { courseId, stepId }: { readonly courseId: number; readonly stepId: number },
): Promise<boolean> {
  const { rows } = await sql<AlertKey & { fromState: AlertState; fromUntilWeek: number | null; toState: AlertState }>`
    update care.alert_step as step
    set undone_at = now()
    where step.course_id = ${courseId} and step.step_id = ${stepId} and step.viewer_id = ${reader.personId}
      and step.undone_at is null
      and not exists (
        select from care.alert_step as later
        where later.institution_id = step.institution_id and later.course_id = step.course_id
          and later.person_id = step.person_id and later.type = step.type and later.viewer_id = step.viewer_id
          and later.undone_at is null and later.step_id > step.step_id
      )
    returning step.course_id, step.person_id, step.type, step.from_state, step.from_until_week, step.to_state`.execute(
    db,
  );
  const step = rows[0];
  if (step === undefined) return false;
  if (isShared(step.toState)) {
    await setShared(db, reader, step, isShared(step.fromState) ? step.fromState : 'open', null);
  } else {
    const own = isShared(step.fromState) ? 'seen' : step.fromState;
    await setOwn(db, reader, step, own, own === 'snoozed' ? step.fromUntilWeek : null);
  }
  return true;
}

async function setShared(
  db: Db,
  { institutionId, personId: viewerId }: Reader,
  { courseId, personId, type }: AlertKey,
  state: AlertState,
  week: number | null,
): Promise<void> {
  const touched = state !== 'open';
  await db
    .updateTable('insight.alert')
    .set({ state, stateAt: new Date(), stateBy: touched ? viewerId : null, stateWeek: touched ? week : null })
    .where('institutionId', '=', institutionId)
    .where('courseId', '=', courseId)
    .where('personId', '=', personId)
    .where('type', '=', type)
    .execute();
}

async function setOwn(
  db: Db,
  { institutionId, personId: viewerId }: Reader,
  { courseId, personId, type }: AlertKey,
  state: AlertState,
  untilWeek: number | null,
): Promise<void> {
  const now = new Date();
  await db
    .insertInto('care.alertView')
    .values({ institutionId, courseId, personId, type, viewerId, state, untilWeek, seenAt: now, changedAt: now })
    .onConflict((conflict) =>
      conflict
        .columns(['institutionId', 'courseId', 'personId', 'type', 'viewerId'])
        .doUpdateSet({ state, untilWeek, changedAt: now }),
    )
    .execute();
}
