import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import { readEnvironment } from '@kith/sql/environment.ts';

import type { DateOrder } from '../connector.ts';
import { setDateOrder, watchFolder } from '../inbox/watched-folder.ts';
import { alone } from '../load/alone.ts';
import { findCourse } from '../load/find-course.ts';
import { runFolder, runOf } from '../schedule/run-source.ts';
import { pauseSource, removeSchedule, scheduledSource } from '../schedule/steer.ts';
import { setWhen, type When } from '../schedule/when.ts';
import { connectorNamed } from './choose-connector.ts';
import type { Arguments, CommandContext } from './command.ts';
import { computeNow } from './compute.ts';
import { existingCourse } from './named-course.ts';
import { pull } from './pull.ts';
import { Failure, UsageError } from './trouble.ts';
import { oneOf, whole } from './values.ts';

/** What says when a source runs by itself, and from which folder. */
export const scheduleOptions = {
  folder: { type: 'string', value: 'name', about: 'watch: folder of the inbox; the name of the source unless told' },
  connector: {
    type: 'string',
    value: 'id',
    about: 'watch: what reads its files; whatever recognises them unless told',
  },
  course: { type: 'string', value: 'course', about: 'watch: the course of files that name none' },
  'date-order': {
    type: 'string',
    value: 'order',
    about:
      'watch, set: dmy, mdy, ymd or ydm for dates of a folder that could be read two ways; auto: as each file tells',
  },
  every: { type: 'string', value: 'minutes', about: 'Run by itself that often under "kith up"; 60 unless told' },
  'daily-at': { type: 'string', value: 'HH:MM', about: 'Run by itself once a day, by the clock of the institution' },
  'by-hand': { type: 'boolean', about: 'Run only when told' },
} as const;

type Values = Arguments<typeof scheduleOptions>['values'];

/** Undefined: nothing was said about it. */
export function whenOf({ every, 'daily-at': daily, 'by-hand': byHand }: Values): When | undefined {
  const said = [every, daily, byHand].filter((each) => each !== undefined);
  if (said.length > 1) throw new UsageError('Say one of --every, --daily-at and --by-hand.');
  if (daily !== undefined && !/^([01]\d|2[0-3]):[0-5]\d$/.test(daily))
    throw new UsageError(`--daily-at is no time of day: ${daily}.`, 'It looks like 06:30.');
  if (said.length === 0) return undefined;
  return { everyMinutes: whole('--every', every) ?? null, dailyAt: daily ?? null };
}

/** Undefined: nothing was said about it. Null: as each file tells. */
export function dateOrderOf({ 'date-order': said }: Values): DateOrder | null | undefined {
  const order = oneOf('--date-order', said, ['dmy', 'mdy', 'ymd', 'ydm', 'auto']);
  return order === 'auto' ? null : order;
}

/** The order of dates of `kith source set`. */
export async function tellDateOrder(
  { db, institution }: CommandContext,
  source: string,
  order: DateOrder | null,
): Promise<void> {
  const { institutionId } = await institution();
  const open = await db();
  const sourceId = await scheduledSource(open, institutionId, source);
  if (await setDateOrder(open, institutionId, sourceId, order)) return;
  throw new UsageError(`"${source}" is no watched folder.`, 'Its dates are in the form of its store.');
}

/** `kith source watch`: makes the folder too, where there is an inbox. */
export async function watch({ db, institution, out }: CommandContext, source: string, values: Values): Promise<void> {
  const { institutionId, key } = await institution();
  const open = await db();
  const { inbox } = readEnvironment();
  const folder = values.folder ?? source;
  if (!/^[\p{L}\p{N}][^/\\\p{Cc}]{0,99}$/u.test(folder))
    throw new UsageError(`"${folder}" is no name of a folder.`, 'Say one by --folder: a name, not a path.');
  if (values.course !== undefined) await existingCourse(open, institutionId, values.course, source);
  await watchFolder(open, institutionId, {
    source,
    folder,
    connector: values.connector === undefined ? null : connectorNamed(values.connector).id,
    courseId: values.course === undefined ? null : ((await findCourse(open, institutionId, values.course)) ?? null),
    dateOrder: dateOrderOf(values) ?? null,
    when: whenOf(values) ?? { everyMinutes: 60, dailyAt: null },
  });
  if (inbox === undefined) {
    out.warn('There is no inbox yet: say where it is by KITH_INBOX, and start "kith up" with it.');
    return;
  }
  await mkdir(path.join(inbox, key, folder), { recursive: true });
  out.say(`Files put into ${path.join(inbox, key, folder)} are taken when they have not changed for a minute.`);
}

/** `kith source pause|resume|remove` and the times of `set`. */
export async function steer(
  { db, institution, out }: CommandContext,
  source: string,
  deed: 'pause' | 'resume' | 'remove' | When,
): Promise<void> {
  const { institutionId } = await institution();
  const open = await db();
  const sourceId = await scheduledSource(open, institutionId, source);
  if (typeof deed === 'object') await setWhen(open, institutionId, sourceId, deed);
  else if (deed === 'remove') {
    await removeSchedule(open, institutionId, sourceId);
    out.say(`Nothing of "${source}" runs by itself any more. What it loaded stays.`);
  } else await pauseSource(open, institutionId, sourceId, deed === 'pause');
}

/** `kith source run`: now, in this process. */
export async function runNow(context: CommandContext, source: string): Promise<number> {
  const { db, institution, out } = context;
  const { institutionId } = await institution();
  const open = await db();
  const sourceId = await scheduledSource(open, institutionId, source);
  const inbox = { root: readEnvironment().inbox };
  const ran = await alone(open, runOf(institutionId, sourceId), async () => {
    const taken = await runFolder(open, inbox, institutionId, sourceId);
    return { taken };
  });
  if (ran === undefined) throw new Failure(`"${source}" is being run already.`, 'kith source list says how it went.');
  const { taken } = ran;
  if (taken === undefined) {
    const line = await open
      .selectFrom('ops.schedule as t')
      .leftJoin('ops.pull as p', (on) =>
        on.onRef('p.institutionId', '=', 't.institutionId').onRef('p.sourceId', '=', 't.sourceId'),
      )
      .select(['t.message', 'p.url'])
      .where('t.institutionId', '=', institutionId)
      .where('t.sourceId', '=', sourceId)
      .executeTakeFirstOrThrow();
    if (line.url !== null) return (await pull.run(context, { values: {}, words: [source] })) ?? 0;
    throw new Failure(line.message ?? 'The folder could not be looked into.', 'kith source list');
  }
  out.one({ source, taken: taken.taken, refused: taken.refused, stillChanging: taken.waiting });
  if (taken.taken + taken.refused + taken.waiting === 0) out.say('Nothing new lies in the folder.');
  if (taken.waiting > 0) out.say('What is still changing is taken when it has not changed for a minute.');
  if (taken.taken > 0) await computeNow(context, undefined);
  return taken.refused > 0 ? 1 : 0;
}
