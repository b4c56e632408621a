import type { Context, Extracted, RowRef, SourceFile } from '../../connector.ts';
import type { CsvRow } from '../../formats/csv-row.ts';
import { decideDateOrder } from '../../formats/date-order.ts';
import { parseLocal, toInstant } from '../../formats/dates.ts';
import { digestOf } from '../../formats/natural-key.ts';
import { requireZone } from '../../formats/zone.ts';
import { UnreadableFile, type DateOrder } from '../../connector.ts';
import type { Product } from './products.ts';
import { agreement, type Columns, isYes } from './pulse.ts';

export interface Sheet {
  readonly file: SourceFile;
  readonly header: readonly string[];
  readonly product: Product;
  readonly columns: Columns;
  /** IANA zone that the export itself names (Qualtrics). */
  readonly zone: string | undefined;
}

/** One response per row that was sent off. */
export function* answers(sheet: Sheet, rows: readonly CsvRow[], context: Context): Generator<Extracted> {
  const { product, file, columns } = sheet;
  const at = (names: readonly string[]) =>
    names
      .map((name) => sheet.header.findIndex((each) => each.trim().toLowerCase() === name))
      .filter((column) => column >= 0);
  const cellOf = (row: CsvRow, names: readonly string[]) =>
    at(names)
      .map((column) => row.cells[column]?.trim() ?? '')
      .find((cell) => cell !== '') ?? '';
  const sent = rows.filter((row) => product.leaveOut?.((name) => cellOf(row, [name])) === undefined);
  const order = orderOf(
    sheet,
    sent.map((row) => cellOf(row, product.answered)),
    context,
  );
  const zone = requireZone(file, sheet.zone ?? context.timezone);
  const met = new Set<string>();
  for (const row of rows) {
    const ref: RowRef = { file: file.name, line: row.line };
    const refuse = (code: string, field: string, message: string): Extracted => ({
      reject: { code, field, message },
      ref,
    });
    const left = product.leaveOut?.((name) => cellOf(row, [name]));
    if (left !== undefined) {
      yield { skipped: { reason: left }, ref };
      continue;
    }
    const answeredAt = instantIn(cellOf(row, product.answered), order, zone);
    if (answeredAt === undefined) {
      yield refuse(
        'BAD_DATE',
        product.answered[0] ?? '',
        'The row does not say when it was answered, or as a time that never was.',
      );
      continue;
    }
    const given = [...columns.items].map(([column, item]) => ({ item, number: agreement(row.cells[column] ?? '') }));
    const strange = given.find(({ number }) => number === 'unknown');
    const items = given.flatMap(({ item, number }) => (typeof number === 'number' ? [{ item, number }] : []));
    if (strange)
      yield refuse('BAD_CHOICE', strange.item, 'The answer is neither a number from 1 to 5 nor a word of agreement.');
    else if (items.length === 0) yield { skipped: { reason: 'no question of the pulse answered' }, ref };
    else {
      const key = cellOf(row, product.response) || digestOf(answeredAt, ...row.cells);
      const named = columns.consent !== undefined && isYes(row.cells[columns.consent] ?? '');
      const person = named ? personIn(cellOf(row, product.person)) : undefined;
      if (person !== undefined && !met.has(person)) {
        met.add(person);
        yield { record: { type: 'person', key: person, claims: claimsOf(person) }, ref };
      }
      const common = {
        survey: context.options?.survey ?? 'pulse',
        wave: context.options?.wave,
        person,
        items,
        answeredAt,
      };
      yield { record: { type: 'survey_response', key, ...common }, ref };
    }
  }
}

function personIn(text: string): string | undefined {
  return text === '' || text.toLowerCase() === 'anonymous' ? undefined : text.toLowerCase();
}

/** A token or an external reference is no address, and joins nobody by itself. */
function claimsOf(person: string) {
  return /^[^\s@]+@[^\s@]+$/.test(person) ? [{ scheme: 'email' as const, value: person, verified: true }] : [];
}

function orderOf({ file }: Sheet, texts: readonly string[], { dateOrder }: Context): DateOrder {
  const filled = texts.filter((text) => text !== '').map(withOffset);
  const decision = filled.length === 0 ? { order: 'ymd' as const } : decideDateOrder(filled, { known: dateOrder });
  if ('order' in decision) return decision.order;
  if ('ambiguous' in decision) {
    const hint = `Say --date-order ${decision.ambiguous.join(' or ')}.`;
    throw new UnreadableFile('AMBIGUOUS_DATE', file.name, `${decision.readings.join(', or ')}.`, hint);
  }
  const hint = 'Say --date-order dmy, mdy or ymd.';
  throw new UnreadableFile(
    'MIXED_DATES',
    file.name,
    'The dates of this file follow no one order of day, month and year.',
    hint,
  );
}

/** LimeSurvey writes 1980-01-01 for an anonymous answer whose date it did not keep. */
function instantIn(text: string, order: DateOrder, zone: string): string | undefined {
  const local = parseLocal(withOffset(text), order);
  if (!local || local.precision === 'day' || local.date < '1990-01-01') return undefined;
  return toInstant(local, zone);
}

/** Google ends its times with `GMT+1`. */
function withOffset(text: string): string {
  const [, plain, sign, hours = '', minutes = '00'] =
    /^(.*?)(?<!\s)\s*(?:GMT|UTC)([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(text) ?? [];
  return plain === undefined || sign === undefined ? text : `${plain} ${sign}${hours.padStart(2, '0')}:${minutes}`;
}
