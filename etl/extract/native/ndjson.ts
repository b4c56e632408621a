import type { Context, Extracted, SourceFile } from '../../connector.ts';
import { jsonBlocks } from '../../formats/json.ts';
import { proseOf } from '../../formats/prose.ts';
import { refuseUnknown } from '../../formats/surprise.ts';
import { recordSchemas, type RecordInput } from '../../records/record.ts';

/**
 * Canonical records, one JSON object per line (or one array of them), told apart by `type`. Their fields are checked
 * by the loader, once, as those of every record; here only what a schema cannot say: no text and no author may pass.
 */
export async function* records(file: SourceFile, context: Context): AsyncGenerator<Extracted> {
  const { keepBodies = false } = context;
  for await (const block of jsonBlocks(file)) {
    for (const { line, value, raw, broken } of block) {
      const ref = { file: file.name, line };
      if (broken !== undefined) {
        yield { reject: { code: 'BAD_JSON', message: `The line ${broken}.`, raw }, ref };
      } else if (!isRecord(value)) {
        const message = `"type" is not a record type. Use one of ${Object.keys(recordSchemas).join(', ')}.`;
        yield { reject: { code: 'UNKNOWN_TYPE', field: 'type', message, raw }, ref };
      } else {
        refuseUnknown(unknownFields(value), { name: `a ${value.type}` }, ref, context);
        yield { record: value.type === 'post' ? discreet(value, keepBodies) : value, ref };
      }
    }
  }
}

/** A field that is misspelt would be lost without a word. */
function unknownFields(record: RecordInput): string[] {
  const { shape } = recordSchemas[record.type];
  return Object.keys(record).filter((name) => !Object.hasOwn(shape, name));
}

function isRecord(value: unknown): value is RecordInput {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false;
  const { type } = value;
  return typeof type === 'string' && Object.hasOwn(recordSchemas, type);
}

type PostInput = Extract<RecordInput, { type: 'post' }>;

function discreet(post: PostInput, keepBodies: boolean): PostInput {
  const { body, author, coAuthors, ...rest } = post;
  const authors = post.anonymity === 'all' ? {} : { author, coAuthors };
  if (typeof body !== 'string') return { ...rest, ...authors };
  const kept = keepBodies && post.deleted === undefined ? { body } : {};
  return { ...proseOf(body), ...rest, ...authors, ...kept };
}
