import { feedStatements } from '@kith/etl/load/statements/feed.ts';
import { erasePerson } from '@kith/etl/rights/erase.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { receiver, statement, type Client, type Receiver } from './receiver.ts';

let kith: Receiver;
let lms: Client;
beforeAll(async () => {
  kith = await receiver();
  lms = await kith.client();
});
afterAll(() => kith.close());

test('who is erased is gone from the statements and from the quarantine as well', async () => {
  const ben = { account: { homePage: 'https://lms.example', name: 'ben' } };
  await lms.post([
    statement({ object: { id: 'https://lms.example/page/ben' } }),
    statement({ actor: ben }),
    statement({ context: { instructor: ben } }),
  ]);
  await lms.post(statement({ actor: ben, result: { success: 'yes' } }));
  const { sourceId } = await kith.database.db.selectFrom('ops.source').select('sourceId').executeTakeFirstOrThrow();
  await feedStatements(kith.database.db, { institutionId: kith.institutionId, sourceId });
  const { rows } = await sql<{ personId: number }>`
    select a.person_id from core.account as a
      join identity.account as i on i.institution_id = a.institution_id and i.account_id = a.account_id
    where i.key like '%|ben'`.execute(kith.database.owner);
  await erasePerson(kith.database.db, {
    institutionId: kith.institutionId,
    personId: rows[0]!.personId,
    dryRun: false,
  });
  expect(await lms.find()).toHaveLength(1);
  expect(await kith.database.owner.selectFrom('identity.refusedStatement').selectAll().execute()).toEqual([]);
});
