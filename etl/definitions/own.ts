import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import { z } from 'zod';
import { changed, type Change } from './change.ts';
import { firstOwnVersion, schemas, type DefinitionId, type InForce } from './overridable.ts';
import { inForceAt, readTimeline } from './timeline.ts';

export interface OwnDefinition {
  readonly institutionId: number;
  /** Node; 0: the whole institution. */
  readonly unitId: number;
  readonly definition: DefinitionId;
  readonly note: string | null;
  /** In force from. */
  readonly since: Date;
}

/** A change that makes no definition: weights that do not sum to 100, bands that do not rise, a name nobody knows. */
export class BadDefinition extends Error {
  override name = 'BadDefinition';
  readonly hint = '"kith definition show <definition>" lists every name with its value.';
}

/**
 * Gives a node a definition of its own from an instant on: the one in force there, with some numbers changed, under a new
 * version. Weeks that have ended keep theirs, so a trend shows where the meaning changed.
 *
 * @returns the definition
 * @throws BadDefinition
 */
export async function redefineFor(
  db: Db,
  { institutionId, unitId, definition, note, since }: OwnDefinition,
  changes: readonly Change[],
): Promise<InForce[DefinitionId]> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('kith definition', ${institutionId}))`.execute(tx);
    const base = inForceAt(await readTimeline(tx, institutionId, { unitId }), since.getTime())[definition];
    const { rows } = await sql<{ version: number }>`
      select greatest(coalesce(max(version) + 1, 0), ${firstOwnVersion})::int as version
      from insight.definition where institution_id = ${institutionId} and definition = ${definition}`.execute(tx);
    const version = rows[0]!.version;
    const made = schemas[definition].safeParse({ ...changed(base, changes), version });
    if (!made.success) throw new BadDefinition(z.prettifyError(made.error));
    await sql`
      insert into insight.definition (institution_id, definition, version, body, since)
      values (${institutionId}, ${definition}, ${version}, ${JSON.stringify(made.data)}::jsonb, ${since}::timestamptz)`.execute(
      tx,
    );
    await use(tx, { institutionId, unitId, definition, note, since }, version);
    return made.data;
  });
}

/** From then on the node uses what holds above it. */
export async function backToAbove(db: Db, own: OwnDefinition): Promise<void> {
  await db.transaction().execute((tx) => use(tx, own, null));
}

async function use(
  db: Db,
  { institutionId, unitId, definition, note, since }: OwnDefinition,
  version: number | null,
): Promise<void> {
  await refuseShownWeeks(db, institutionId, unitId, since);
  await sql`
    insert into insight.definition_use (institution_id, unit_id, definition, since, version, note)
    values (${institutionId}, ${unitId}, ${definition}, ${since}::timestamptz, ${version}, ${note})`.execute(db);
  await sql`
    insert into insight.roll_up_due (institution_id, course_id, week_start)
    select pool.institution_id, pool.course_id, pool.week_start
    from insight.unit_course as below
    join insight.course_pool as pool
      on pool.institution_id = below.institution_id and pool.course_id = below.course_id
    where below.institution_id = ${institutionId} and below.unit_id = ${unitId}
      and pool.week_start + 7 > ${since}::timestamptz::date
    on conflict (institution_id, course_id, week_start) do nothing`.execute(db);
}

/** Weeks that were shown keep the numbers that were shown. */
async function refuseShownWeeks(db: Db, institutionId: number, unitId: number, since: Date): Promise<void> {
  const { rows } = await sql<{ weekStart: string }>`
    select max(week.week_start) as week_start
    from insight.unit_course as below
    join insight.course_week as week
      on week.institution_id = below.institution_id and week.course_id = below.course_id
    where below.institution_id = ${institutionId} and below.unit_id = ${unitId} and week.as_of >= ${since}::timestamptz
    having max(week.week_start) is not null`.execute(db);
  const [shown] = rows;
  if (shown === undefined) return;
  throw new BadDefinition(
    `The week of ${shown.weekStart} has been shown with another definition. A change holds from now on, or from a day after it.`,
  );
}
