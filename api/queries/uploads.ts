import { sql } from 'kysely';
import type { Db, ReadDb } from '@kith/sql/connect.ts';
import type { ResponseOf } from '../contract/endpoint.ts';
import type { getUpload, lookAtUpload } from '../contract/uploads.ts';
import type { Reader } from '../reader.ts';
import { runsOf } from './runs.ts';
import { select } from './select.ts';

type Upload = ResponseOf<typeof getUpload>;
type Row = Omit<Upload, 'createdAt' | 'finishedAt' | 'runs' | 'courses'> & {
  createdAt: Date;
  finishedAt: Date | null;
  courses: Omit<Upload['courses'][number], 'opens'>[];
};

/** One upload of the reader's institution; undefined: there is none. */
export async function upload(db: ReadDb, reader: Reader, uploadId: string): Promise<Upload | undefined> {
  const [row] = await select<Row>(
    db,
    sql`
      select upload.upload_id, upload.state, upload.files, upload.parcels, upload.progress, upload.results,
        upload.created_at, upload.finished_at,
        coalesce((
          select json_agg(json_build_object('courseId', place.course_id, 'title', place.title, 'computing', exists (
            select from ops.dirty_week as dirty
            where dirty.institution_id = upload.institution_id and dirty.course_id = place.course_id)) order by place.title)
          from ops.list_places() as place
          where place.course_id in (
            select unnest(run.course_ids)
            from jsonb_array_elements(upload.results) as result
              join ops.run as run
                on run.institution_id = upload.institution_id and run.run_id = (result ->> 'runId')::bigint)
        ), '[]') as courses
      from ops.upload as upload
      where upload.upload_id = ${uploadId}::uuid`,
  );
  if (!row) return undefined;
  const { createdAt, finishedAt, courses, ...rest } = row;
  const opens = new Set([...reader.learnerCourses, ...reader.aggregateCourses]);
  return {
    ...rest,
    runs: await runsOf(
      db,
      rest.results.flatMap(({ runId }) => runId ?? []),
    ),
    courses: courses.map((course) => ({ ...course, opens: opens.has(course.courseId) })),
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

export async function openUpload(db: Db, { institutionId, personId }: Reader, uploadId: string): Promise<void> {
  await sql`
    insert into ops.upload (institution_id, upload_id, person_id, state, files, parcels, results, created_at)
    values (${institutionId}, ${uploadId}::uuid, ${personId}, 'open', '[]', '[]', '[]', now())`.execute(db);
}

/** Notes a file that has come. False: the upload is not open any more. */
export async function addFile(db: Db, uploadId: string, file: { name: string; bytes: number }): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update ops.upload set files = files || ${JSON.stringify([file])}::jsonb
    where upload_id = ${uploadId}::uuid and state = 'open'`.execute(db);
  return numAffectedRows > 0n;
}

/** Has the parcels loaded. False: the upload is not open any more. */
export async function queueUpload(
  db: Db,
  { institutionId }: Reader,
  uploadId: string,
  parcels: readonly object[],
): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update ops.upload set state = 'queued', parcels = ${JSON.stringify(parcels)}::jsonb
    where upload_id = ${uploadId}::uuid and state = 'open'`.execute(db);
  if (numAffectedRows > 0n) await sql`select ops.queue_intake(${institutionId})`.execute(db);
  return numAffectedRows > 0n;
}

/** Asks to stop. False: there is nothing to stop. */
export async function cancelUpload(db: Db, uploadId: string): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update ops.upload set cancelled_at = now()
    where upload_id = ${uploadId}::uuid and state in ('queued', 'loading')`.execute(db);
  return numAffectedRows > 0n;
}

/** What a steward chooses from: the institution's zone, its courses and its sources. */
export async function intakeChoices(
  db: ReadDb,
): Promise<Pick<ResponseOf<typeof lookAtUpload>, 'timezone' | 'courses' | 'sources'>> {
  const [institution] = await select<{ timezone: string }>(
    db,
    sql`
      select timezone from core.institution
      where institution_id = nullif(current_setting('kith.institution', true), '')::bigint`,
  );
  return {
    timezone: institution?.timezone ?? 'UTC',
    courses: await select(
      db,
      sql`select course_id, title from ops.list_places() where course_id is not null order by title, course_id`,
    ),
    sources: await select(db, sql`select name, connector, timezone from ops.source order by name`),
  };
}
