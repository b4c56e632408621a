import type { Connector, Context, SourceInput } from '../connector.ts';
import { openInput } from '../formats/source.ts';
import { readMapping } from '../extract/mapping/read-mapping.ts';
import { findLost } from '../load/lost.ts';
import { load } from '../load/load.ts';
import type { Mode } from '../load/request.ts';
import { ensureSource } from '../load/source.ts';
import { chooseConnector, usualMode } from './choose-connector.ts';
import { defineCommand, type CommandContext } from './command.ts';
import { computeNow } from './compute.ts';
import { measured } from './measured-input.ts';
import { takeMixedApart } from './mixed-heap.ts';
import { existingCourse } from './named-course.ts';
import { ownTable } from './own-table.ts';
import type { Output } from './output.ts';
import { tellReport } from './report.ts';
import { UsageError } from './trouble.ts';
import { day, namedValues, oneOf, zone } from './values.ts';

export const ingest = defineCommand({
  name: 'ingest',
  summary: 'Load files, folders, zips and gz archives',
  usage: ['ingest <connector|auto> <path…|-> [options]'],
  options: {
    source: {
      type: 'string',
      value: 'name',
      about: 'Which system it comes from; the connector’s name unless told. Made on first use',
    },
    course: { type: 'string', value: 'course', about: 'The course, where the files name none' },
    timezone: { type: 'string', value: 'zone', about: 'IANA zone of times that state none; kept with a new source' },
    mode: {
      type: 'string',
      value: 'mode',
      about: 'full (absent is gone), delta (absent is unchanged) or event (rows are only added)',
    },
    map: {
      type: 'string',
      value: 'file',
      about: 'Mapping file, or the name of one that comes with Kith; for xapi and caliper your own table of verbs',
    },
    'date-order': { type: 'string', value: 'order', about: 'dmy, mdy, ymd or ydm, where the dates do not tell' },
    start: {
      type: 'string',
      value: 'YYYY-MM-DD',
      about: 'First day of the course, where the files only count days (oulad)',
    },
    option: {
      type: 'string',
      multiple: true,
      value: 'name=value',
      about: 'What one connector may be told besides, for instance ignore=<field> or date=2026-02-01',
    },
    'dry-run': { type: 'boolean', about: 'Read, check and count everything, and keep nothing' },
    'no-compute': { type: 'boolean', about: 'Leave the touched courses to a later "kith compute"' },
  },
  examples: [
    'ingest auto downloads/export.zip',
    'ingest meeting-report reports/ --course ENV101 --timezone Europe/London --date-order dmy',
    'ingest mapping edges.csv nodes.csv --map dlt1',
  ],

  async run(context, { values, words }) {
    const [wanted, ...paths] = words;
    if (wanted === undefined || paths.length === 0) {
      throw new UsageError('Say what reads it and where it is.', 'kith ingest <connector|auto> <path…|->');
    }
    if (paths.includes('-') && paths.length > 1) throw new UsageError('Standard input (-) is loaded alone.');
    const timezone = zone('--timezone', values.timezone);
    const start = day('--start', values.start);
    const beside = {
      timezone,
      course: values.course,
      dateOrder: oneOf('--date-order', values['date-order'], ['dmy', 'mdy', 'ymd', 'ydm']),
      options: { ...namedValues('--option', values.option), ...(start === undefined ? {} : { start }) },
    };
    const mode = oneOf('--mode', values.mode, ['full', 'delta', 'event']);
    const heap = wanted === 'auto' && paths[0] !== '-' ? await takeMixedApart(paths, context.out) : undefined;
    const codes: number[] = [];
    for (const { connector, input } of heap ?? [await whole(wanted, paths, context.out)]) {
      codes.push(await loadOne(context, { connector, opened: input, beside, mode, values }));
    }
    return Math.max(...codes);
  },
});

interface One {
  readonly connector: Connector;
  readonly opened: SourceInput;
  readonly beside: Context;
  readonly mode: Mode | undefined;
  readonly values: {
    readonly source?: string | undefined;
    readonly map?: string | undefined;
    readonly 'dry-run'?: boolean | undefined;
    readonly 'no-compute'?: boolean | undefined;
  };
}

async function whole(wanted: string, paths: readonly string[], out: Output) {
  const input = await openInput(paths[0] === '-' ? '-' : paths);
  return { connector: await chooseConnector(wanted, input, out), input };
}

async function loadOne(context: CommandContext, { connector, opened, beside, mode, values }: One): Promise<number> {
  const map = values.map === undefined ? undefined : await mapOf(connector, values.map);
  const { institutionId } = await context.institution();
  const db = await context.db();
  await findLost(db, institutionId);
  const source = values.source ?? connector.id;
  if (beside.course !== undefined) await existingCourse(db, institutionId, beside.course, source);
  await ensureSource(db, institutionId, { name: source, connector: connector.id, timezone: beside.timezone });
  const line = context.progress('Loading');
  const input = measured(opened, line);
  const report = await load(db, {
    institutionId,
    source,
    connector,
    input,
    context: map === undefined ? beside : { ...beside, map },
    mode: mode ?? usualMode(connector.id),
    dryRun: values['dry-run'] === true,
    signal: context.signal,
    onProgress: (progress) => input.note(progress),
  }).finally(() => line.end());
  await tellReport(context, report);
  if (report.state === 'staged') return 1;
  if (report.state === 'visible' && values['no-compute'] !== true) await computeNow(context, undefined);
  return 0;
}

function mapOf({ map }: Connector, file: string): Promise<unknown> {
  return map ? ownTable(map, file) : readMapping(file);
}
