import type { Db } from '@kith/sql/connect.ts';

/** What the steps that decide who is one person know; of a load, its merge. */
export interface Matching {
  readonly db: Db;
  readonly institutionId: number;
  /** When what they decide becomes visible. */
  readonly visibleAt: Date;
}
