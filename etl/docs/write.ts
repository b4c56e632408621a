import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { dataMapOf } from '@kith/sql/data-map.ts';
import { inScratchDatabase } from '@kith/sql/scratch-database.ts';

import { pages } from './pages.ts';
import { spokenCommands } from './spoken-commands.ts';

/** `npm run docs`: writes docs/reference from the code and from a database that is migrated for it. */
const folder = path.resolve(import.meta.dirname, '../../docs/reference');

await mkdir(folder, { recursive: true });
for (const [file, render] of Object.entries(pages)) {
  const text = await render({ commands: spokenCommands, dataMap: () => inScratchDatabase(dataMapOf) });
  await writeFile(path.join(folder, file), text);
}
