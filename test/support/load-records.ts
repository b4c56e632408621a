import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { RecordInput } from '@kith/etl/records/record.ts';
import { openInput } from '@kith/etl/formats/source.ts';
import { native } from '@kith/etl/extract/native/native.ts';
import { load } from '@kith/etl/load/load.ts';
import { ensureSource } from '@kith/etl/load/source.ts';
import type { RunReport } from '@kith/etl/load/request.ts';
import type { Db } from '@kith/sql/connect.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A new institution in an empty database; its id. */
export async function makeInstitution(db: Db, timezone = 'UTC'): Promise<number> {
  const { institutionId } = await db
    .insertInto('core.institution')
    .values({ key: 'test', title: 'Test University', timezone, createdAt: new Date() })
    .returning('institutionId')
    .executeTakeFirstOrThrow();
  return institutionId;
}

/** Loads records the way everybody does: as a file, through the connector, with the real loader. */
export async function loadRecords(
  db: Db,
  institutionId: number,
  records: readonly RecordInput[],
  source = 'native',
): Promise<RunReport> {
  const { folder, remove } = await temporaryFolder();
  const file = path.join(folder, 'records.ndjson');
  await writeFile(file, records.map((record) => JSON.stringify(record)).join('\n') + '\n');
  await ensureSource(db, institutionId, { name: source, connector: 'native' });
  try {
    return await load(db, {
      institutionId,
      source,
      connector: native,
      input: await openInput([file]),
      context: { timezone: 'UTC' },
      mode: 'delta',
    });
  } finally {
    await remove();
  }
}
