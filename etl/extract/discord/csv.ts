import type { Context, Extracted, SourceFile } from '../../connector.ts';
import { csvTable, requireColumns } from '../../formats/csv.ts';
import { digestOf } from '../../formats/natural-key.ts';
import { refuseUnknown } from '../../formats/surprise.ts';
import { written } from '../../formats/written.ts';
import { Instant } from '../../records/values.ts';
import { personOf } from './records.ts';

export const csvColumns = ['AuthorID', 'Author', 'Date', 'Content', 'Attachments', 'Reactions'];

/** The CSV names neither the message nor what it answers; the channel stands, in brackets, in the name of the file. */
export async function* csvMessages(file: SourceFile, context: Context): AsyncGenerator<Extracted> {
  const { header, rows } = await csvTable(file, { delimiter: ',' });
  requireColumns(file, header, csvColumns);
  const unknown = header.filter((name) => !csvColumns.includes(name));
  refuseUnknown(unknown, { name: 'the export' }, { file: file.name, line: 1 }, context);
  const { options, keepBodies } = context;
  const space = options?.channel ?? /\[(\d+)\]/.exec(file.name)?.[1];
  const met = new Set<string>();
  if (space !== undefined)
    yield { record: { type: 'space', key: space, kind: 'channel' }, ref: { file: file.name, line: 1 } };
  for await (const { line, row } of rows) {
    const ref = { file: file.name, line };
    const { AuthorID: author = '', Author: name = '', Date: date = '', Content: content = '' } = row;
    if (!/^\d+$/.test(author))
      yield { reject: { code: 'NO_PERSON', field: 'AuthorID', message: 'The row names no author.' }, ref };
    else if (!Instant.safeParse(date).success) {
      yield {
        reject: {
          code: 'BAD_DATE',
          field: 'Date',
          message: 'The time is not ISO 8601 with an offset. Export JSON instead.',
        },
        ref,
      };
    } else {
      if (!met.has(author)) yield { record: personOf({ id: author, name: name.replace(/#0000$/, '') }), ref };
      met.add(author);
      const key = digestOf(space, author, date, content);
      const post = {
        type: 'post',
        key,
        thread: key,
        kind: 'chat',
        replyInference: 'none',
        author,
        createdAt: date,
      } as const;
      yield { record: { ...post, ...(space === undefined ? {} : { space }), ...written(content, keepBodies) }, ref };
    }
  }
}
