import { connect, type Db } from '@kith/sql/connect.ts';
import { openGround, type Ground } from '@kith/sql/ground.ts';

import { institutionNamed, type Institution } from '../organisation/institutions.ts';

/** What a command may ask for, each opened once and only when asked. */
export interface Workplace {
  readonly ground: () => Promise<Ground>;
  readonly db: () => Promise<Db>;
  readonly institution: () => Promise<Institution>;
  /** Closes whatever was opened. */
  readonly close: () => Promise<void>;
}

export function workplace({
  database,
  institution,
}: {
  database?: string | undefined;
  institution?: string | undefined;
}): Workplace {
  let ground: Promise<Ground> | undefined;
  let db: Promise<Db> | undefined;
  const place: Workplace = {
    ground: () => (ground ??= openGround(database === undefined ? {} : { database })),
    db: () => (db ??= place.ground().then((open) => connect(open.url('etl'), { max: 8, name: 'kith command' }))),
    institution: async () => institutionNamed(await place.db(), institution),
    async close() {
      // What could not be opened needs no closing, and its error has been told.
      await db?.then((open) => open.destroy()).catch(() => undefined);
      await ground?.then((open) => open.close()).catch(() => undefined);
    },
  };
  return place;
}
