import { defineConnector, type Extracted } from '../../connector.ts';
import { headText } from '../../formats/encoding.ts';
import { leftOut } from '../../formats/surprise.ts';
import { recordSchemas, recordTypes } from '../../records/record.ts';
import { records } from './ndjson.ts';
import { fitOf, looksLikeJson, planned, type Reading, type TableReading } from './plan.ts';
import { responses } from './responses.ts';
import { courseZones, itemsOf, type ReadRow, readRows } from './rows.ts';
import { surveyResponses } from './survey.ts';
import type { Batch } from './table.ts';
import type { Recognised } from './tables.ts';

/** Kith's own tables and records: what any system or hand list can be turned into. */
export const native = defineConnector({
  id: 'native',
  title: "Kith's own CSV templates and NDJSON records",
  about: {
    howToExport:
      'Fill the CSV templates (UTF-8, a header row, times as 2026-03-31T18:30:00+02:00) by hand, from a spreadsheet or by ' +
      'a script, or write one canonical record per line as NDJSON. A folder or zip of them is one load.',
    records: recordTypes,
    gives: ['every record Kith knows; breakouts, study groups, mentoring, surveys and consents among them'],
    cannotGive: [
      'who is who beyond its files: one person_id is one person',
      'several sources in one load (source_id is not read)',
    ],
    verifiedOn: "Kith's own definition; there is no outside system",
    verified: ['csv', 'ndjson'],
    variants: ['csv', 'ndjson'],
  },

  detect({ name, bytes }) {
    if (looksLikeJson(bytes)) {
      return beginsWithRecord(headText(bytes)) ? { variant: 'ndjson', confidence: 0.95, problems: [] } : undefined;
    }
    const fit = fitOf({ name, bytes });
    return fit && { variant: 'csv', confidence: confidenceIn(fit), problems: fit.unknown.map(notRead) };
  },

  async *extract(input, context) {
    const readings = await planned(input);
    const batch: Batch = { keepBodies: context.keepBodies ?? false, spaces: new Set() };
    const zoneOf = await courseZones(readings.filter((reading) => reading.as === 'table'));
    const rowsOf = (reading: TableReading) => readRows(reading, context, batch, zoneOf);

    const surveys: TableReading[] = [];
    for (const reading of readings) {
      yield* asides(reading);
      if (reading.as === 'records') yield* records(reading.file, context);
      if (reading.as !== 'table') continue;
      if (reading.fit.table === surveyResponses) surveys.push(reading);
      else for await (const row of rowsOf(reading)) yield* itemsOf(row);
    }
    yield* responses(async function* (): AsyncGenerator<ReadRow> {
      for (const survey of surveys) yield* rowsOf(survey);
    });
  },
});

/** What is passed over without being a row: a file of another kind, a column in no template. */
function* asides(reading: Reading): Generator<Extracted> {
  const ref = { file: reading.file.name, line: 1 };
  if (reading.as === 'nothing') yield leftOut(reading.file, reading.reason);
  if (reading.as !== 'table') return;
  for (const column of reading.fit.unknown) yield { skipped: { reason: notRead(column), count: 0 }, ref };
}

function notRead(column: string): string {
  return `Column "${column}" is in no template and is not read. Rename it if it is meant as one of them.`;
}

function beginsWithRecord(text: string): boolean {
  const start = text.slice(0, 4096);
  const [, type = ''] = /"type"\s*:\s*"(\w+)"/.exec(start) ?? [];
  return Object.hasOwn(recordSchemas, type) && /"key"\s*:\s*"/.test(start);
}

/** A header of our own names alone leaves no doubt; a lone person_id, or OneRoster's names, may be another system's. */
function confidenceIn({ positions, unknown, table }: Recognised): number {
  if (positions.size < 2) return 0.3;
  if (unknown.length > 0) return table.required.length > 1 ? 0.7 : 0.4;
  return 0.9;
}
