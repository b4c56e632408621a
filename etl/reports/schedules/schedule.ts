import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { WantedReport } from '../wanted.ts';

/** What comes out by itself into the folder of its name: a report, or the files of an approved research export. */
export type Scheduled = {
  readonly name: string;
  /** Days from one to the next. */
  readonly everyDays: number;
} & (
  | { readonly kind: 'export'; readonly exportId: number }
  | Pick<WantedReport, 'kind' | 'format' | 'unitId' | 'courseId' | 'least'>
);

/** No schedule has this name. */
export class NoSuchSchedule extends Error {
  readonly hint = '"kith report schedules" shows them; "kith report schedule" adds one.';

  constructor(name: string) {
    super(`No report comes out by itself under "${name}".`);
    this.name = 'NoSuchSchedule';
  }
}

/** Adds a schedule, or changes the one of that name; it is due at once. */
export async function setSchedule(db: Db, institutionId: number, wanted: Scheduled): Promise<void> {
  const own =
    wanted.kind === 'export'
      ? { format: 'approved', unitId: 0, courseId: null, least: 5, exportId: wanted.exportId }
      : {
          format: wanted.format,
          unitId: wanted.unitId,
          courseId: wanted.courseId,
          least: wanted.least,
          exportId: null,
        };
  const row = {
    kind: wanted.kind,
    everyDays: wanted.everyDays,
    nextAt: new Date(),
    paused: false,
    message: null,
    ...own,
  };
  await db
    .insertInto('ops.reportSchedule')
    .values({ institutionId, name: wanted.name, ...row })
    .onConflict((conflict) => conflict.columns(['institutionId', 'name']).doUpdateSet(row))
    .execute();
}

/** Throws {@link NoSuchSchedule}. */
export async function pauseSchedule(db: Db, institutionId: number, name: string, paused: boolean): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('ops.reportSchedule')
    .set({ paused })
    .where('institutionId', '=', institutionId)
    .where('name', '=', name)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new NoSuchSchedule(name);
}

/** What lies in its folder stays. Throws {@link NoSuchSchedule}. */
export async function removeReportSchedule(db: Db, institutionId: number, name: string): Promise<void> {
  const { numDeletedRows } = await db
    .deleteFrom('ops.reportSchedule')
    .where('institutionId', '=', institutionId)
    .where('name', '=', name)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw new NoSuchSchedule(name);
}

export interface ScheduleLine {
  readonly name: string;
  readonly kind: string;
  readonly of: string;
  readonly everyDays: number;
  readonly paused: boolean;
  readonly nextAt: Date;
  readonly triedAt: Date | null;
  readonly message: string | null;
}

export async function reportSchedules(db: Db, institutionId: number): Promise<ScheduleLine[]> {
  const { rows } = await sql<ScheduleLine>`
    select
      s.name, s.kind,
      case when s.export_id is null then coalesce(course.title, unit.title, place.title) else 'export ' || s.export_id end as of,
      s.every_days, s.paused, s.next_at, s.tried_at, s.message
    from ops.report_schedule as s
      join core.institution as place on place.institution_id = s.institution_id
      left join core.unit as unit on unit.institution_id = s.institution_id and unit.unit_id = s.unit_id
      left join core.course as course on course.institution_id = s.institution_id and course.course_id = s.course_id
    where s.institution_id = ${institutionId}
    order by s.name`.execute(db);
  return rows;
}
