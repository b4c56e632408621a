import type { RecordType } from '../../records/record.ts';

/** Types whose versions are rows of a table of their own. */
export type FactType = Exclude<RecordType, 'activity' | 'course' | 'person' | 'term' | 'unit'>;

/** An SQL expression over a record's JSON `r`, or the account of the person whom one of its fields names by key. */
export type FactColumn = string | { readonly personIn: string };

/** How a record becomes a row. */
export interface FactTable {
  readonly table: string;
  readonly id: string;
  readonly columns: Readonly<Record<string, FactColumn>>;
  /** False: the table has no course. */
  readonly inCourse?: boolean;
  /** True: a tombstone keeps its row; what it said is gone, that it stood there is not. */
  readonly keepsTombstone?: boolean;
}

export const text = (field: string): string => `r ->> '${field}'`;
const as = (type: string) => (field: string) => `(r ->> '${field}')::${type}`;
export const instant = as('timestamptz');
export const integer = as('integer');
export const float = as('float8');
export const flag = as('boolean');

/** The account of a person named by key. */
export const account = (field: string): FactColumn => ({ personIn: field });
export const accounts = (field: string): string =>
  unlessEmpty(
    field,
    'bigint',
    `select p.account_id from jsonb_array_elements_text(r -> '${field}') with ordinality as k (key, place)
      join load_person as p on p.key = k.key order by k.place`,
  );
export const texts = (field: string): string =>
  unlessEmpty(field, 'text', `select jsonb_array_elements_text(r -> '${field}')`);

/** Nearly every list is empty, and a query a row costs more than the row. */
const unlessEmpty = (field: string, type: string, query: string): string =>
  `case when r -> '${field}' <> '[]' then array(${query}) else '{}'::${type}[] end`;
export const valid = { valid_from: instant('from'), valid_to: instant('to') } as const;
