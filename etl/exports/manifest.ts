import type { ApprovedExport } from './approved-export.ts';
import type { Column } from './export-table.ts';

export interface MadeFile {
  readonly name: string;
  readonly tables: readonly { readonly id: string; readonly about: string; readonly columns: readonly Column[] }[];
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** What is in it, and how it came about, from which it can be cited and made again. */
export interface Manifest {
  readonly export: number;
  readonly class: 'pseudonymised personal data';
  readonly terms: string;
  readonly institution: string;
  readonly purpose: string;
  readonly filters: { readonly unit: string; readonly contents: readonly string[]; readonly minLearners: number };
  readonly asOf: string;
  readonly expiresAt: string;
  readonly leftOut: { readonly coursesTooSmall: number; readonly rules: readonly string[] };
  /** Learner-weeks whose numbers are left out, because the learner's own word is in them. */
  readonly suppressedRows: number;
  /** By definition: the versions that occur in its weeks. */
  readonly definitions: Readonly<Record<string, readonly number[]>>;
  readonly files: readonly MadeFile[];
  /** Null: these are the files as they were first made. */
  readonly since: Since | null;
}

/** Why a file is another than it was. */
export interface Since {
  readonly erasures: number;
  /** People who opted out of analytics since and were in it. */
  readonly optOuts: number;
  readonly files: readonly { readonly name: string; readonly firstSha256: string }[];
}

const rules = [
  'No name, address, key or number of a source, no date, no region and no time zone; weeks are weeks of the course.',
  'People, courses, sessions and contacts have pseudonyms of this export only: no other export has one of them.',
  'Whoever has opted out of analytics, or was erased, is in no row. Staff are in no row.',
  'What learners answered in a survey, and what is made of it, is left out.',
] as const;

/** The manifest of files that were just made. It says nothing of when, so that the same files have the same manifest. */
export const manifestOf = (
  wish: ApprovedExport,
  made: Pick<Manifest, 'suppressedRows' | 'definitions' | 'files' | 'since'> & { readonly coursesTooSmall: number },
): Manifest => ({
  export: wish.exportId,
  class: 'pseudonymised personal data',
  terms:
    'For the purpose below and until the end below; then every copy is deleted. Nobody tries to find out who somebody is, or joins this with other data about people.',
  institution: wish.institution,
  purpose: wish.purpose,
  filters: { unit: wish.unit, contents: wish.contents, minLearners: wish.minLearners },
  asOf: wish.asOf.toISOString(),
  expiresAt: wish.expiresAt.toISOString(),
  leftOut: { coursesTooSmall: made.coursesTooSmall, rules },
  suppressedRows: made.suppressedRows,
  definitions: made.definitions,
  files: made.files,
  since: made.since,
});

/** Compares with the files as they were first made. Null: they are the same, or the first. */
export function sinceFirst(
  first: ApprovedExport['firstFiles'],
  files: readonly MadeFile[],
  people: Pick<Since, 'erasures' | 'optOuts'>,
): Since | null {
  const changed = (first ?? []).filter(({ name, sha256 }) =>
    files.every((file) => file.name !== name || file.sha256 !== sha256),
  );
  if (changed.length === 0) return null;
  return { ...people, files: changed.map(({ name, sha256 }) => ({ name, firstSha256: sha256 })) };
}
