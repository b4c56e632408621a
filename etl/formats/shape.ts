import type { Extracted, RowRef } from '../connector.ts';
import type { RecordInput } from '../records/record.ts';
import { BadCell } from './cell.ts';
import type { Fields } from './fields.ts';
import { notRead } from './surprise.ts';

/** A row that is right and needs no record. */
export interface Passed {
  readonly passed: string;
}

/** A part of an item that cannot be believed, while the item can. */
export interface Refused {
  readonly refused: BadCell;
}

/** Names that nobody knows where anybody may add some: they are told, and count no row. */
export interface Noted {
  readonly noted: readonly string[];
}

export type Meant = RecordInput | Passed | Refused | Noted;

/**
 * One table of an export, or one kind of object of its JSON: what it is known by, and what it means. A name in none of
 * the three lists is a surprise, and is said, not passed over.
 */
export interface Shape<Batch> {
  /** As the source calls it. */
  readonly name: string;
  readonly variant: string;
  /** Names that together only this one has; a row means nothing without them. */
  readonly needs: readonly string[];
  /** The other names that are known, read or not. */
  readonly takes: readonly string[];
  /** Known, not read, and not kept in the list of rejects either: what people wrote, passwords, addresses of machines. */
  readonly hides: readonly string[];
  /** The names that are known in the objects below a member of this name, wherever in the item it stands. */
  readonly parts: Readonly<Record<string, readonly string[]>>;
  /** Looks at a row before any record is given, for what other rows will need to know. */
  readonly index?: (row: Fields, batch: Batch) => void;
  /** Where a full file and files of changes hold the same row, the one with the highest version counts. */
  readonly newest?: { readonly key: readonly string[]; readonly version: string };
  /** `list` names the list of an API's answer that an item stands in. Throws BadCell. */
  read(row: Fields, batch: Batch, file: string, list?: string): Iterable<Meant>;
}

export function defineShape<Batch = object>(
  name: string,
  variant: string,
  names: {
    readonly needs: string;
    readonly takes?: string;
    readonly hides?: string;
    readonly parts?: Readonly<Record<string, string>>;
    readonly newest?: Shape<Batch>['newest'];
  },
  read: Shape<Batch>['read'],
  index?: NonNullable<Shape<Batch>['index']>,
): Shape<Batch> {
  const { needs, takes = '', hides = '', parts = {} } = names;
  return {
    name,
    variant,
    needs: split(needs),
    takes: split(takes),
    hides: split(hides),
    parts: Object.fromEntries(Object.entries(parts).map(([part, known]) => [part, split(known)])),
    read,
    ...(names.newest && { newest: names.newest }),
    ...(index && { index }),
  };
}

/** The shape whose needs are all there, and of several the one that needs most. */
export function shapeFor<Batch>(
  shapes: readonly Shape<Batch>[],
  has: (name: string) => boolean,
): Shape<Batch> | undefined {
  return shapes
    .filter(({ needs }) => needs.every(has))
    .sort((one, other) => other.needs.length - one.needs.length)
    .at(0);
}

export function unknownNames(
  shape: Pick<Shape<never>, 'needs' | 'takes' | 'hides'>,
  names: readonly string[],
): string[] {
  const known = new Set([...shape.needs, ...shape.takes, ...shape.hides]);
  return [...new Set(names)].filter((name) => name !== '' && !known.has(name));
}

/** The records of a row, or why there are none; of a refused row none is given. */
export function* itemsOf(
  records: () => Iterable<Meant>,
  ref: RowRef,
  raw: () => string | undefined,
): Generator<Extracted> {
  let items;
  try {
    items = [...records()];
  } catch (error) {
    if (!(error instanceof BadCell)) throw error;
    yield rejected(error, ref, raw());
    return;
  }
  for (const item of items) {
    if ('passed' in item) yield { skipped: { reason: item.passed }, ref };
    else if ('refused' in item) yield rejected(item.refused, ref);
    else if ('noted' in item) yield* notRead(item.noted, ref, 'fields');
    else yield { record: item, ref };
  }
}

/** What looking ahead could not believe, by the place of the row or item: it is refused when its turn comes. */
export class LookAhead {
  readonly #refused = new Map<string, BadCell>();

  look(place: string, look: () => void): void {
    try {
      look();
    } catch (error) {
      if (!(error instanceof BadCell)) throw error;
      this.#refused.set(place, error);
    }
  }

  /** Throws the BadCell that was met at this place. */
  refuse(place: string): void {
    const met = this.#refused.get(place);
    if (met) throw met;
  }
}

/** What a part of an item means, apart from its neighbours: if it cannot be believed, they still are. */
export function* apart(meant: () => Iterable<Meant>): Generator<Meant> {
  let all;
  try {
    all = [...meant()];
  } catch (error) {
    if (!(error instanceof BadCell)) throw error;
    all = [{ refused: error }];
  }
  yield* all;
}

function rejected({ code, column, message }: BadCell, ref: RowRef, raw?: string): Extracted {
  return { reject: { code, field: column, message, raw }, ref };
}

function split(names: string): string[] {
  return names.split(/\s+/).filter((name) => name !== '');
}
