import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { pages } from '@kith/etl/docs/pages.ts';
import { spokenCommands } from '@kith/etl/docs/spoken-commands.ts';
import { dataMapOf } from '@kith/sql/data-map.ts';
import { expect, test } from 'vitest';

import { freshDatabase } from '../support/database.ts';

const folder = path.resolve(import.meta.dirname, '../../docs/reference');

test('docs/reference holds the generated pages and nothing else', async () => {
  expect((await readdir(folder)).sort()).toEqual(Object.keys(pages).sort());
});

test.each(Object.entries(pages))(
  'docs/reference/%s is what the code says (else: npm run docs)',
  async (file, render) => {
    const text = await render({ commands: spokenCommands, dataMap });
    const committed = await readFile(path.join(folder, file), 'utf8');
    expect(committed, `docs/reference/${file} is out of date: run "npm run docs" and commit what it writes`).toBe(text);
  },
);

test.each(Object.entries(pages))('every link of %s leads somewhere', async (file, render) => {
  const text = await render({ commands: spokenCommands, dataMap });
  for (const [, target = '', anchor = ''] of text.matchAll(/\]\(([^)#]*)#?([^)]*)\)/g)) {
    const page = await readFile(path.join(folder, target || file), 'utf8');
    if (anchor !== '') expect([...anchorsOf(page)], `${file} links to ${target}#${anchor}`).toContain(anchor);
  }
});

async function dataMap() {
  const { ownerUrl, drop } = await freshDatabase();
  return dataMapOf(ownerUrl).finally(drop);
}

/** As GitHub makes them: lower case, spaces to hyphens, no other signs. */
const anchorsOf = (page: string): Set<string> =>
  new Set(
    page.matchAll(/^#+ (.*)$/gm).map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\w\- ]/g, '')
        .replaceAll(' ', '-'),
    ),
  );
