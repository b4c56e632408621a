import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { UnreadableFile } from '@kith/etl/connector.ts';
import { detect } from '@kith/etl/detect.ts';
import { connectorById } from '@kith/etl/extract/index.ts';
import { openInput } from '@kith/etl/formats/source.ts';

const data = process.env.KITH_REFERENCE_DATA;

/** Files of data/lms-fixtures that give no record, and why. Every other one has to. */
const reasons: readonly (readonly [RegExp, string])[] = [
  [/(^|\/)(LICENSE(\.txt)?|SOURCE\.md|[\w-]+\.rst)$/, 'prose about the data'],
  [/^canvasapi\//, 'a script for a mock server: answers wrapped in the name and method of their request'],
  [
    /^discourse\/responses\/(groups|search)\//,
    'groups without members, members without their group, or search results',
  ],
  [/^discourse\/responses\/posts\//, 'a single post as its editor is shown it, not an export of posts'],
  [
    /topics\/(invite|latest_topics_response|new_topic_response|private-messages|private-messages-sent|top|update_topic_response)\.json$/,
    'lists of topics without posts, or the answer to a change',
  ],
  [
    /users\/(directory_items|get_user_response|new_user_response)\.json$/,
    'figures of a leader board, or one user as the pages show them',
  ],
];

test.runIf(data !== undefined)(
  'every file of data/lms-fixtures is read, or refused for a reason that is written here',
  async () => {
    const root = path.join(data!, 'lms-fixtures');
    const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
      statSync(path.join(root, name)).isFile(),
    );
    expect(names.length).toBeGreaterThan(30);
    for (const name of names) {
      const reason = reasons.find(([shape]) => shape.test(name))?.[1];
      expect([name, await givesRecords(path.join(root, name))]).toEqual([name, reason === undefined]);
    }
  },
);

async function givesRecords(file: string): Promise<boolean> {
  const input = await openInput([file]);
  const [found] = await detect(input);
  if (!found) return false;
  try {
    const items = await Array.fromAsync(connectorById(found.connector)!.extract(input, {}));
    return items.some((item) => 'record' in item);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return false;
  }
}
