import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { Format } from '../../exports/approved-export.ts';
import { unitNamed } from '../../organisation/units.ts';
import { bandsReport } from '../../reports/bands.ts';
import { healthReport } from '../../reports/health.ts';
import { definitionsIn } from '../../reports/definitions.ts';
import { filesOf, tableManifest } from '../../reports/manifest.ts';
import { writeTable } from '../../reports/table.ts';
import { wholeInstitution } from '../../roll-up/tree.ts';
import type { CommandContext } from '../command.ts';
import { Failure, UsageError } from '../trouble.ts';
import { day } from '../values.ts';

interface Asked {
  readonly unit?: string | undefined;
  readonly week?: string | undefined;
  readonly least: 5 | 10;
  readonly format: Format;
  readonly out?: string | undefined;
}

const reports = { bands: bandsReport, health: healthReport } as const;

/** A table in which nobody can be told: learners by band, or the health of courses. */
export async function exportAggregate(
  { db, institution, out }: CommandContext,
  name: keyof typeof reports,
  values: Asked,
): Promise<void> {
  const { institutionId } = await institution();
  const open = await db();
  const unitId = values.unit === undefined ? wholeInstitution : await unitNamed(open, institutionId, values.unit);
  const week = day('--week', values.week) ?? (await lastWeek(open, institutionId, unitId));
  const rule = { least: values.least, width: values.least };
  const report = await reports[name](open, { institutionId, unitId, week, rule });
  if (report.rows.length === 0) {
    throw new Failure(`There are no numbers for the week of ${week}.`, 'Give the Monday of a week that has closed.');
  }
  const definitions = await definitionsIn(open, institutionId, { from: week, to: week });
  const asked = { unit: values.unit ?? 'all', week, rule, definitions };
  if (values.out === undefined) {
    if (values.format !== 'csv')
      throw new UsageError('Only CSV is printed.', 'Say where the file goes: --out <folder>');
    out.text(filesOf(report, asked).csv);
    return;
  }
  await mkdir(values.out, { recursive: true });
  const stem = path.join(values.out, `${report.name}-${asked.unit}-${week}`);
  const file = `${stem}.${values.format}`;
  await writeTable(report, values.format, file);
  const digest = createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
  await writeFile(`${stem}.manifest.json`, `${JSON.stringify(tableManifest(report, asked, digest), null, 2)}\n`);
  out.say(`${file} and its manifest: ${String(report.rows.length)} rows.`);
}

async function lastWeek(db: Db, institutionId: number, unitId: number): Promise<string> {
  const { rows } = await sql<{ week: string | null }>`
    select max(week_start)::text as week from insight.unit_week
    where institution_id = ${institutionId} and unit_id = ${unitId}`.execute(db);
  const week = rows[0]?.week;
  if (week === undefined || week === null)
    throw new Failure('There are no numbers yet.', '"kith compute" makes them once a week has closed.');
  return week;
}
