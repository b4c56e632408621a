import type { Extracted } from '../../connector.ts';
import { BadCell } from '../../formats/cell.ts';
import { type ReadRow, rejected } from './rows.ts';
import { joinAnswers } from './survey.ts';

/**
 * Puts the rows of one response together, wherever they stand. `readings` is called twice: first to count the rows of
 * every response, then to read them; so a sorted file of any length holds one response at a time.
 */
export async function* responses(readings: () => AsyncIterable<ReadRow>): AsyncGenerator<Extracted> {
  const open = new Map<string, number>();
  for await (const { cells } of readings()) {
    const id = cells.text('response_id');
    if (id !== undefined) open.set(id, (open.get(id) ?? 0) + 1);
  }
  const held = new Map<string, ReadRow[]>();
  for await (const row of readings()) {
    const id = row.cells.text('response_id');
    if (id === undefined) {
      yield* whole([row]);
      continue;
    }
    const rows = held.get(id) ?? [];
    rows.push(row);
    if (rows.length < open.get(id)!) held.set(id, rows);
    else {
      held.delete(id);
      yield* whole(rows);
    }
  }
}

/** A response with one bad row is refused with all its rows, so that the mended rejects load as the whole response. */
function* whole(rows: readonly ReadRow[]): Generator<Extracted> {
  try {
    const [first, ...further] = rows.map(({ records: [record], bad }) => {
      if (bad) throw bad;
      if (record?.type !== 'survey_response') throw new TypeError('a survey table gives survey responses');
      return record;
    });
    yield { record: further.reduce(joinAnswers, first!), ref: rows[0]!.ref };
    if (further.length > 0) {
      const reason = 'a further answer of a response that began in an earlier row';
      yield { skipped: { reason, count: further.length }, ref: rows[1]!.ref };
    }
  } catch (error) {
    if (!(error instanceof BadCell)) throw error;
    const own = rows.some(({ bad }) => bad);
    for (const row of rows) yield rejected(row.ref, row.raw, row.bad ?? (own ? incomplete : error));
  }
}

const incomplete = new BadCell(
  'INCOMPLETE_RESPONSE',
  'response_id',
  'Another row of this response is refused. Mend that row and load all rows of the response again.',
);
