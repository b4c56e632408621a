import type { Extracted } from '../../connector.ts';
import type { Days } from './days.ts';
import type { Row } from './rows.ts';
import { versionOf } from './versions.ts';

/** A row of courses.csv: the catalogue. It names a class that has no name of its own. */
export interface CatalogueEntry {
  readonly title: string | undefined;
  readonly code: string | undefined;
}

export interface TermDays {
  readonly startsOn: string;
  readonly endsOn: string;
}

/**
 * A OneRoster class is what Kith calls a course: the thing people are enrolled in and meet in. It runs from the first
 * day of its first term to the last day of its last.
 */
export function courseOf(
  row: Row,
  days: Days,
  catalogue: ReadonlyMap<string, CatalogueEntry>,
  terms: ReadonlyMap<string, TermDays>,
): Extracted {
  const key = row.cell('sourcedId');
  if (key === undefined) return row.refuse('MISSING_VALUE', 'sourcedId', 'The class has no id.');
  const entry = catalogue.get(row.cell('courseSourcedId') ?? '');
  const termKeys = row.list('termSourcedIds');
  const spans = termKeys.map((term) => terms.get(term)).filter((span) => span !== undefined);
  return row.believe({
    type: 'course',
    key,
    ...versionOf(row, days),
    title: row.cell('title') ?? entry?.title,
    code: row.cell('classCode') ?? entry?.code,
    sisId: key,
    kind: 'course',
    unit: row.cell('schoolSourcedId'),
    term: termKeys[0],
    startsOn: spans
      .map(({ startsOn }) => startsOn)
      .sort()
      .at(0),
    endsOn: spans
      .map(({ endsOn }) => endsOn)
      .sort()
      .at(-1),
  });
}
