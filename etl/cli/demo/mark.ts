import type { Db } from '@kith/sql/connect.ts';

import { byHand } from '../../identity/people.ts';

/** What the loaded demo was made of. Kept in the database itself, so that it goes where the data goes. */
export interface DemoMark {
  readonly seed: number;
  readonly students: number;
  readonly courses: number;
  readonly weeks: number;
  /** First and last day of the term. */
  readonly startsOn: string;
  readonly endsOn: string;
}

/** What is loaded, whole; undefined: nothing, or a demo that was stopped half way. */
export async function loadedDemo(db: Db): Promise<DemoMark | undefined> {
  const found = await db.selectFrom('ops.source').select('settings').where('name', '=', byHand.name).executeTakeFirst();
  return (found?.settings as { demo?: DemoMark } | undefined)?.demo;
}

/** Says that the demo is whole. */
export async function markDemo(db: Db, institutionId: number, demo: DemoMark): Promise<void> {
  await db
    .updateTable('ops.source')
    .set({ settings: JSON.stringify({ demo }) })
    .where('institutionId', '=', institutionId)
    .where('name', '=', byHand.name)
    .execute();
}

export const sameDemo = (one: DemoMark, other: DemoMark): boolean =>
  (Object.keys(one) as (keyof DemoMark)[]).every((key) => one[key] === other[key]);
