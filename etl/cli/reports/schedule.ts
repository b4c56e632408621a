import { readEnvironment } from '@kith/sql/environment.ts';
import type { Format } from '../../exports/approved-export.ts';
import { approvedExports } from '../../exports/approved-export.ts';
import { pauseSchedule, removeReportSchedule, reportSchedules, setSchedule } from '../../reports/schedules/schedule.ts';
import { isPrinted, type ReportKind } from '../../reports/wanted.ts';
import type { CommandContext } from '../command.ts';
import { Failure, UsageError } from '../trouble.ts';
import { partNamed } from './part.ts';

interface Wanted {
  readonly kind: ReportKind | 'export';
  readonly exportId: number | undefined;
  readonly unit?: string | undefined;
  readonly course?: string | undefined;
  readonly least: 5 | 10;
  readonly everyDays: number;
  readonly format: Format;
}

/** Aggregates come out freely; the files of a research export only as long as its approval runs. */
export async function schedule(context: CommandContext, name: string, wanted: Wanted): Promise<void> {
  const { institutionId, key } = await context.institution();
  const db = await context.db();
  if (!/^[\p{L}\p{N}][^/\\\p{Cc}]{0,99}$/u.test(name))
    throw new UsageError(`"${name}" is no name of a folder.`, 'Say a name, not a path.');
  if (wanted.everyDays > 366) throw new UsageError('--every is at most 366 days.');
  const { kind, exportId, everyDays, least, format } = wanted;
  if (kind === 'export') {
    const approved = (await approvedExports(db, institutionId)).some((one) => one.exportId === exportId);
    if (exportId === undefined || !approved)
      throw new Failure('There is no such export, or it is not approved.', 'kith export list');
    await setSchedule(db, institutionId, { name, everyDays, kind, exportId });
  } else {
    const { unitId, courseId } = await partNamed(db, institutionId, kind, wanted);
    const own = { kind, format: isPrinted(kind) ? 'print' : format, unitId, courseId, least } as const;
    await setSchedule(db, institutionId, { name, everyDays, ...own });
  }
  const { outbox } = readEnvironment();
  if (outbox === undefined)
    context.out.warn('There is no outbox yet: say where it is by KITH_OUTBOX, and start "kith up" with it.');
  else context.out.say(`Under "kith up" it comes out into ${outbox}/${key}/${name}, the first time at once.`);
}

export async function steer(
  { db, institution }: CommandContext,
  name: string,
  deed: 'pause' | 'resume' | 'remove',
): Promise<void> {
  const { institutionId } = await institution();
  if (deed === 'remove') await removeReportSchedule(await db(), institutionId, name);
  else await pauseSchedule(await db(), institutionId, name, deed === 'pause');
}

export async function schedules({ db, institution, out }: CommandContext): Promise<void> {
  const rows = await reportSchedules(await db(), (await institution()).institutionId);
  if (rows.length === 0) out.say('No report comes out by itself. "kith report schedule" adds one.');
  else
    out.rows(
      rows.map((row) => ({ ...row, nextAt: row.nextAt.toISOString(), triedAt: row.triedAt?.toISOString() ?? null })),
    );
}
