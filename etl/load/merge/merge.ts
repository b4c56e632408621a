import type { Db } from '@kith/sql/connect.ts';

import type { Mode } from '../request.ts';
import type { Source } from '../source.ts';

/** What every step of a merge knows. All steps run in one transaction, with the stage open under its plain names. */
export interface Merge {
  readonly db: Db;
  readonly institutionId: number;
  readonly source: Source;
  readonly runId: number;
  /** Id of the connector that gave the records. */
  readonly connector: string;
  readonly mode: Mode;
  /** When its rows become visible: `ingested_at` of the new versions, `superseded_at` of the old. */
  readonly visibleAt: Date;
  /** Course of records that name none, as the person wrote it. */
  readonly course: string | undefined;
}
