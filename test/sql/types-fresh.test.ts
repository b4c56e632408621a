import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { typesOf } from '@kith/sql/generate-types.ts';
import { expect, test } from 'vitest';

import { freshDatabase } from '../support/database.ts';

test('sql/database.ts is what the migrations make (else: npm run types)', async () => {
  const { ownerUrl, drop } = await freshDatabase();
  const committed = await readFile(path.resolve(import.meta.dirname, '../../sql/database.ts'), 'utf8');
  expect(committed).toBe(await typesOf(ownerUrl));
  await drop();
});
