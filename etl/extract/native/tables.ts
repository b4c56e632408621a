import { awards, consents, declarations, outcomes } from './choices.ts';
import { presence, sessions } from './live.ts';
import { enrolments, persons, relations } from './people.ts';
import { courses, terms, units } from './places.ts';
import { surveyResponses } from './survey.ts';
import { everywhere, type Table } from './table.ts';
import { posts, reactions } from './talk.ts';
import { activity, feedback, groupMembers, groups, mentorships } from './work.ts';

/** The native templates, in the order of their file names. */
export const tables: readonly Table[] = [
  activity,
  awards,
  consents,
  courses,
  declarations,
  enrolments,
  feedback,
  groupMembers,
  groups,
  mentorships,
  outcomes,
  persons,
  posts,
  presence,
  reactions,
  relations,
  sessions,
  surveyResponses,
  terms,
  units,
];

/** A file laid against its template. */
export interface Recognised {
  readonly table: Table;
  /** Where each known column stands. */
  readonly positions: ReadonlyMap<string, number>;
  /** Columns that are in no template: they are not read, and the person should hear of it. */
  readonly unknown: readonly string[];
}

/** The template whose columns the header fits best: all required ones, then most known ones, then the file's name. */
export function recognise(header: readonly string[], fileName: string): Recognised | undefined {
  const fits = tables.map((table) => laidAgainst(table, header)).filter((fit) => fit !== undefined);
  const [best] = fits.sort(
    (a, b) =>
      b.positions.size - a.positions.size ||
      b.table.required.length - a.table.required.length ||
      Number(isNamed(b.table, fileName)) - Number(isNamed(a.table, fileName)),
  );
  return best;
}

export function tableNamed(fileName: string): Table | undefined {
  return tables.find((table) => isNamed(table, fileName));
}

function isNamed(table: Table, fileName: string): boolean {
  return fileName.split('/').at(-1)?.toLowerCase() === table.file;
}

function laidAgainst(table: Table, header: readonly string[]): Recognised | undefined {
  const known = new Set([...table.required, ...table.optional, ...everywhere]);
  const positions = new Map<string, number>();
  const unknown: string[] = [];
  for (const [at, written] of header.entries()) {
    const name = columnName(written);
    const column = table.aliases?.[name] ?? name;
    if (!known.has(column)) unknown.push(written);
    else if (!positions.has(column)) positions.set(column, at);
  }
  return table.required.every((column) => positions.has(column)) ? { table, positions, unknown } : undefined;
}

export function columnName(written: string): string {
  return written
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
}
