import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { UnreadableFile } from '@kith/etl/connector.ts';
import { detect } from '@kith/etl/detect.ts';
import { connectorById } from '@kith/etl/extract/index.ts';
import { openInput } from '@kith/etl/formats/source.ts';
import { referenceData } from '../support/reference-data.ts';

/**
 * What becomes of every file of the public data: the records it gives, or why it gives none. The table is read by
 * people: whoever changes it says in a word why the new outcome is right.
 */
const table = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, '../fixtures/reference-files.json'), 'utf8'),
) as Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Why nobody reads a file that is no broken export. */
const reasons: readonly (readonly [RegExp, string])[] = [
  [/(^|\/)(LICENSE(\.txt)?|[\w-]+\.(md|rst))$/, 'prose about the data'],
  [/^canvasapi\//, 'a script for a mock server: answers wrapped in the name and method of their request'],
  [/^discourse\/responses\/(groups|search)\//, 'groups without members, or search results'],
  [/^discourse\/responses\/posts\//, 'a single post as its editor is shown it, not an export of posts'],
  [/^discourse\/responses\/topics\//, 'lists of topics without posts, or the answer to a change'],
  [/^discourse\/responses\/users\//, 'figures of a leader board, or the answer to a change'],
  [
    /^recipes\/.*\.tsv$/,
    'a recipe of one institution for its own store: the statements are read, a mapping can describe the table',
  ],
];

async function outcome(root: string, name: string): Promise<string> {
  const input = await openInput([path.join(root, name)]);
  const [found] = await detect(input);
  const reason = reasons.find(([shape]) => shape.test(name))?.[1];
  if (!found) return reason === undefined ? 'nobody knows it, and no reason is written' : `left: ${reason}`;
  // A saved chat has times of day only; somebody has to say the day.
  const context = { timezone: 'Europe/Vienna', ...(name.includes('chat') && { options: { date: '2022-03-16' } }) };
  const counts = new Map<string, number>();
  try {
    for await (const item of connectorById(found.connector)!.extract(input, context)) {
      const what = 'record' in item ? item.record.type : 'reject' in item ? item.reject.code : item.skipped.reason;
      if ('skipped' in item && item.skipped.count === 0) continue;
      counts.set(what, (counts.get(what) ?? 0) + 1);
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return `${found.connector}: refused, ${error.code}`;
  }
  return `${found.connector}: ${[...counts].map(([what, count]) => `${count} ${what}`).join(', ') || 'nothing'}`;
}

const folders = Object.keys(table).map((folder) => [folder, referenceData(folder)] as const);

test.skipIf(folders.some(([, root]) => root === undefined)).each(folders)(
  'every file of %s loads, or says why not',
  async (folder, found) => {
    const root = found!;
    const names = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(path.join(root, name)).isFile())
      .sort();
    const outcomes: [string, string][] = [];
    for (const name of names) outcomes.push([name, await outcome(root, name)]);
    expect(Object.fromEntries(outcomes)).toEqual(table[folder]);
  },
);
