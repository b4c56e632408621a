import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { docstrings } from '@kith/etl/docs/docstrings.ts';
import { expect, onTestFinished, test } from 'vitest';

import { temporaryFolder } from '../support/temporary-folder.ts';

const source = `
import { z } from 'zod';

/** One post. */
export const Post = z
  .object({
    kind: z.enum(['a { in a text', 'b']).default('a'), // { in a comment
    /** Who wrote it,
     * as a key. */
    author: Key.optional(),
    /** Gone. */
    deleted: z.object({
      /** When. */
      at: Instant.optional(),
    }),
    words: Count,
  })
  .refine(({ kind }) => kind !== 'b', { message: 'no', path: ['kind'] });

/** Of nobody. */

function between(): void {}

/** A rule. */
interface Rule {
  /** In weeks. */
  readonly gap?: number;
}

export const after = 1;
`;

test('docstrings are found by the path of what they stand above', async () => {
  const { folder, remove } = await temporaryFolder();
  onTestFinished(remove);
  const file = path.join(folder, 'post.ts');
  await writeFile(file, source);
  expect(Object.fromEntries(docstrings(pathToFileURL(file)))).toEqual({
    Post: 'One post.',
    'Post.author': 'Who wrote it, as a key.',
    'Post.deleted': 'Gone.',
    'Post.deleted.at': 'When.',
    Rule: 'A rule.',
    'Rule.gap': 'In weeks.',
  });
});
