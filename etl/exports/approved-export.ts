import path from 'node:path';
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { Content } from './tables/index.ts';

export type Format = 'csv' | 'json' | 'xlsx' | 'parquet';

/** An export that a steward approved: everything its files follow from. */
export interface ApprovedExport {
  readonly institutionId: number;
  readonly exportId: number;
  /** Name of its folder, which no other export has, of this database or another. */
  readonly folder: string;
  readonly institution: string;
  readonly purpose: string;
  /** 0: the whole institution. */
  readonly unitId: number;
  readonly unit: string;
  readonly contents: readonly Content[];
  readonly format: Format;
  readonly minLearners: number;
  readonly asOf: Date;
  readonly expiresAt: Date;
  /** The files as they were first made; null: never yet. */
  readonly firstFiles: readonly FirstFile[] | null;
  readonly firstMadeAt: Date | null;
  /** Names of the files as they were last made; null: never yet. */
  readonly files: readonly string[] | null;
  readonly state: 'asked' | 'approved' | 'made' | 'failed';
  /** It failed, and is not tried again yet, or not by itself. */
  readonly forLater: boolean;
}

export interface FirstFile {
  readonly name: string;
  readonly sha256: string;
}

/** Exports that are approved and not over, oldest first. */
export const approvedExports = (db: Db, institutionId: number): Promise<ApprovedExport[]> =>
  exportsThat(db, institutionId, sql`e.state in ('approved', 'made', 'failed') and e.expires_at > now()`);

/** Exports that wait for a steward and were not counted yet, as they would be if they were approved now. */
export const uncountedExports = (db: Db, institutionId: number): Promise<ApprovedExport[]> =>
  exportsThat(db, institutionId, sql`e.state = 'asked' and e.preview is null`);

async function exportsThat(db: Db, institutionId: number, which: RawBuilder<unknown>): Promise<ApprovedExport[]> {
  const { rows } = await sql<ApprovedExport>`
    select
      e.institution_id, e.export_id, e.folder, place.title as institution, e.purpose, e.unit_id,
      coalesce(unit.title, place.title) as unit, e.contents, e.format, e.min_learners, coalesce(e.as_of, now()) as as_of,
      coalesce(e.expires_at, now()) as expires_at, e.first_files, e.made_at as first_made_at, e.state,
      coalesce(e.state = 'failed' and (e.try_at is null or e.try_at > now()), false) as for_later,
      (select array_agg(file ->> 'name') from jsonb_array_elements(e.manifest -> 'files') as file) as files
    from ops.export as e
      join core.institution as place on place.institution_id = e.institution_id
      left join core.unit as unit on unit.institution_id = e.institution_id and unit.unit_id = e.unit_id
    where e.institution_id = ${institutionId} and ${which}
    order by e.export_id`.execute(db);
  return rows;
}

/** Where the files of an export lie, below Kith's own folder. */
export const folderOf = (kithFolder: string, { folder }: Pick<ApprovedExport, 'folder'>): string =>
  path.join(kithFolder, 'exports', folder);
