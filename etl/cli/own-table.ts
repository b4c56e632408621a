import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { z } from 'zod';
import { UnreadableFile } from '../connector.ts';

/** The table a connector lets the operator extend, from a YAML file. Throws UnreadableFile: NO_SUCH_MAPPING, BAD_MAPPING. */
export async function ownTable(schema: z.ZodType, file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UnreadableFile('NO_SUCH_MAPPING', file, 'There is no such file.', 'Check the path for a typing error.');
  });
  const hint = 'Mend the place the message names; the docs of the connector show how it is written.';
  let table: unknown;
  try {
    table = parse(text);
  } catch {
    throw new UnreadableFile('BAD_MAPPING', file, 'It is not YAML.', hint);
  }
  const checked = schema.safeParse(table);
  if (checked.success) return table;
  const [issue] = checked.error.issues;
  const place = issue?.path.map(String).join('.') ?? '';
  throw new UnreadableFile(
    'BAD_MAPPING',
    file,
    `${place === '' ? 'The file' : place}: ${issue?.message ?? 'wrong'}.`,
    hint,
  );
}
