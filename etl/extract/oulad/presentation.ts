import { Temporal } from 'temporal-polyfill';
import { type Context, type RowRef, type SourceInput, UnreadableFile } from '../../connector.ts';
import { toInstant } from '../../formats/dates.ts';
import { requireZone } from '../../formats/zone.ts';
import { notANumber, rowsOf, whole } from './tables.ts';
import type { Reject } from '../../connector.ts';

/** One run of a module. Its days count from `startsOn`, day 0; earlier days are negative. */
export interface Presentation {
  readonly key: string;
  readonly module: string;
  readonly title: string;
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  readonly timezone: string;
  readonly ref: RowRef;
}

export function keyOf(row: { readonly code_module: string; readonly code_presentation: string }): string {
  return `${row.code_module}_${row.code_presentation}`;
}

/** The presentations of courses.csv, and its rows that cannot be read. */
export async function presentationsOf(
  input: SourceInput,
  context: Context,
): Promise<{ readonly presentations: ReadonlyMap<string, Presentation>; readonly rejects: readonly Reject[] }> {
  const timezone = requireZone({ name: input.path }, context.timezone ?? 'Europe/London');
  const presentations = new Map<string, Presentation>();
  const rejects: Reject[] = [];
  for await (const { row, ref, raw } of rowsOf(input, 'courses')) {
    const length = whole(row.module_presentation_length);
    const startsOn = assumedStart(row.code_presentation);
    if (length === undefined) rejects.push(notANumber('module_presentation_length', ref, raw));
    else if (!startsOn) rejects.push({ reject: { ...noPresentation, raw }, ref });
    else {
      const key = keyOf(row);
      const title = `${row.code_module} ${row.code_presentation}`;
      const endsOn = startsOn.add({ days: length - 1 });
      presentations.set(key, { key, module: row.code_module, title, startsOn, endsOn, timezone, ref });
    }
  }
  const told = context.options?.start;
  return { presentations: told === undefined ? presentations : moved(presentations, told, input.path), rejects };
}

/** The data hold no dates: `2014B` began in February, `2013J` in October. The first Monday stands for the true day. */
function assumedStart(code: string): Temporal.PlainDate | undefined {
  const [, year, letter] = /^(\d{4})([BJ])$/.exec(code) ?? [];
  if (year === undefined) return undefined;
  const first = new Temporal.PlainDate(Number(year), letter === 'B' ? 2 : 10, 1);
  return first.add({ days: (8 - first.dayOfWeek) % 7 });
}

function moved(
  presentations: ReadonlyMap<string, Presentation>,
  start: string,
  path: string,
): Map<string, Presentation> {
  if (!/^\d{4}-\d\d-\d\d$/.test(start) || presentations.size !== 1) {
    const hint = 'Say start=2014-02-03, and load one presentation at a time.';
    throw new UnreadableFile('BAD_OPTION', path, 'The option start is one day, for one presentation.', hint);
  }
  const startsOn = Temporal.PlainDate.from(start);
  return new Map(
    [...presentations].map(([key, presentation]) => {
      const endsOn = startsOn.add(presentation.startsOn.until(presentation.endsOn));
      return [key, { ...presentation, startsOn, endsOn }];
    }),
  );
}

/** The first instant of a day of the presentation, as the course's clock has it. */
export function dayStart({ startsOn, timezone }: Presentation, day: number): string {
  return toInstant({ date: startsOn.add({ days: day }).toString(), precision: 'day' }, timezone) ?? '';
}

/**
 * Noon of a day of the presentation. The data have days and no clock; noon falls on the right day in every zone near
 * the course's, and no change of summer time skips it.
 */
export function noon({ startsOn, timezone }: Presentation, day: number): string {
  const date = startsOn.add({ days: day });
  return date.toZonedDateTime({ timeZone: timezone, plainTime: '12:00' }).toInstant().toString();
}

const noPresentation = {
  code: 'BAD_PRESENTATION',
  field: 'code_presentation',
  message: 'The presentation is no year with B (February) or J (October), such as 2014B.',
};
