import type { Extracted } from '../../connector.ts';
import { shiftedMessage } from '../../formats/csv-line.ts';
import { proseOf } from '../../formats/prose.ts';
import type { RecordInput } from '../../records/record.ts';
import type { ForumRow } from './rows.ts';

type Post = Extract<RecordInput, { type: 'post' }>;

/** A row of the export as a post, or why it is none. */
export function postOf(row: ForumRow, keepBodies: boolean): Extracted {
  const refuse = (code: string, field: string, message: string): Extracted => ({
    reject: { code, field, message, raw: row.raw() },
    ref: row.ref,
  });
  if (row.isShifted) return refuse('TOO_MANY_CELLS', 'id', shiftedMessage);
  const [key, thread, parent = '0'] = [row.cell('id'), row.cell('discussion'), row.cell('parent')];
  if (key === undefined) return refuse('MISSING_VALUE', 'id', 'The post has no id.');
  if (thread === undefined) return refuse('NO_THREAD', 'discussion', 'The post belongs to no discussion.');
  const createdAt = instantOf(row.cell('created'));
  if (createdAt === undefined) return refuse('BAD_DATE', 'created', 'The time of the post is no number of seconds.');

  const isPrivate = isSet(row.cell('privatereplyto'));
  const isDeleted = isSet(row.cell('deleted'));
  const modifiedAt = instantOf(row.cell('modified'));
  const post: Post = {
    type: 'post',
    key,
    thread,
    ...(isSet(parent) ? { kind: 'reply', parent } : { kind: 'thread' }),
    ...(isSet(row.cell('userid')) ? { author: row.cell('userid') } : {}),
    createdAt,
    ...(modifiedAt !== undefined && modifiedAt > createdAt ? { editedAt: modifiedAt } : {}),
    ...(isPrivate ? { visibility: 'private' } : {}),
    ...(isDeleted ? { deleted: {} } : {}),
    ...(isPrivate || isDeleted ? {} : contentOf(row, keepBodies)),
  };
  return { record: post, ref: row.ref };
}

/** The author as a person; undefined where the post has none. */
export function authorOf(row: ForumRow): RecordInput | undefined {
  const key = row.cell('userid');
  if (key === undefined || !isSet(key)) return undefined;
  const name = row.cell('userfullname')?.normalize('NFC');
  const named = name === undefined ? [] : [{ scheme: 'display_name' as const, value: name }];
  const claims = [{ scheme: 'lms' as const, value: key, verified: true }, ...named];
  return { type: 'person', key, ...(name === undefined ? {} : { displayName: name }), claims };
}

/** Unix seconds, as Moodle stores every time. Undefined: none, or not between 1990 and 2100. */
export function instantOf(seconds: string | undefined): string | undefined {
  if (seconds === undefined || !/^\d{9,10}$/.test(seconds)) return undefined;
  return new Date(Number(seconds) * 1000).toISOString().replace('.000Z', 'Z');
}

/** What is kept of what was written. Moodle's own counts, where the export has them. */
function contentOf(
  row: ForumRow,
  keepBodies: boolean,
): Pick<Post, 'title' | 'words' | 'chars' | 'hasQuestion' | 'body'> {
  const message = row.cell('message');
  const prose = message === undefined ? undefined : proseOf(message);
  return {
    title: row.cell('subject'),
    words: countOf(row.cell('wordcount')) ?? prose?.words,
    chars: countOf(row.cell('charcount')) ?? prose?.chars,
    hasQuestion: prose?.hasQuestion,
    ...(keepBodies ? { body: message } : {}),
  };
}

function countOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}

/** Moodle writes 0 for "no parent", "nobody", "not deleted". */
function isSet(id: string | undefined): boolean {
  return id !== undefined && id !== '0';
}
