import { readdirSync } from 'node:fs';
import { z } from 'zod';

import { envelope } from '../records/envelope.ts';
import { recordSchemas, type RecordType, recordTypes } from '../records/record.ts';
import { docstrings } from './docstrings.ts';
import { code, list, page, plain, table } from './markdown.ts';
import { type Field, fieldsOf, rulesOf } from './record-fields.ts';

const folder = new URL('../records/', import.meta.url);
const docs = new Map(readdirSync(folder).flatMap((file) => [...docstrings(new URL(file, folder))]));

/** docs/reference/records.md: the canonical records, field by field. */
export const recordsPage = (): string =>
  page(
    'Canonical records',
    'What every connector writes and the loader checks. One JSON object per line of these is what the connector ' +
      '`native` reads as NDJSON. A field that is not required may be left out; a default stands in for it.',
    '## Kinds of value',
    list(
      (['Key', 'Instant', 'Day', 'Zone'] as const).map(
        (name) => `**${name === 'Zone' ? 'time zone' : name.toLowerCase()}**: ${plain(meaning(name) || meaning('Id'))}`,
      ),
    ),
    '## In every record',
    fieldTable(fieldsOf(z.object(envelope)), 'envelope'),
    ...recordTypes.map(section),
  );

function section(type: RecordType): string {
  const schema = recordSchemas[type];
  const name = type.replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());
  const own = fieldsOf(schema).filter(({ path }) => path !== 'type' && !Object.hasOwn(envelope, path.split('.')[0]!));
  return [`## ${type}`, plain(meaning(name)), fieldTable(own, name), list(rulesOf(schema).map(plain))]
    .filter((block) => block !== '')
    .join('\n\n');
}

const meaning = (path: string): string => docs.get(path) ?? '';

const fieldTable = (fields: readonly Field[], owner: string): string =>
  table(
    ['field', 'type', 'required', 'default', 'meaning'],
    fields.map(({ path, type, required, fallback }) => [
      code(path),
      plain(type),
      required ? 'yes' : '',
      fallback === undefined ? '' : code(fallback),
      plain(meaning(`${owner}.${path}`)),
    ]),
  );
