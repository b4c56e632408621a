import { defineConnector, type Context, type Detection, type Extracted, type FileHead } from '../../connector.ts';
import { believed, jsonExport } from '../../formats/json-export.ts';
import { hasFields, jsonFields } from '../../formats/json-head.ts';
import type { JsonRow } from '../../formats/json-rows.ts';
import { toldNews } from '../../formats/news.ts';
import { about } from './about.ts';
import { commentRecords, threadRecords, userRecords } from './records.ts';
import { Answer, Comment, Thread, User } from './shapes.ts';

/** Ed Discussion: saved answers of its programming interface. */
export const ed = defineConnector({
  id: 'ed',
  title: 'Ed Discussion (threads and users as JSON)',
  about,
  detect,

  async *extract({ files }, context) {
    yield* jsonExport(files, function* (row) {
      const { thread, threads, users } = (row.value ?? {}) as Record<string, unknown>;
      const isAnswer = [thread, threads, users].some((list) => list !== undefined);
      if (isAnswer) yield* toldNews(Answer, row, context);
      const found = isAnswer ? listed(thread ?? threads) : [row.value];
      for (const value of listed(users)) yield* userItems({ ...row, value }, context);
      for (const value of found) yield* threadItems({ ...row, value }, context);
    });
  },
});

function detect({ bytes }: FileHead): Detection | undefined {
  const fields = jsonFields(bytes);
  if (hasFields(fields, 'is_anonymous', 'course_id', 'is_endorsed')) {
    return { variant: hasFields(fields, 'threads') ? 'threads' : 'thread', confidence: 0.95, problems: [] };
  }
  return hasFields(fields, 'users', 'course_role', 'email')
    ? { variant: 'users', confidence: 0.9, problems: [] }
    : undefined;
}

const listed = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

function userItems(row: JsonRow, context: Context): Generator<Extracted> {
  return believed(User, row, context, (user) => userRecords(user, context.options?.course));
}

/** The thread, and below it answers and comments as deep as they go. A list of threads holds no comments. */
function* threadItems(row: JsonRow, context: Context): Generator<Extracted> {
  const keepBodies = context.keepBodies ?? false;
  let thread: Thread | undefined;
  yield* believed(Thread, row, context, (value) => {
    thread = value;
    return threadRecords(value, courseOf(value), keepBodies);
  });
  if (!thread) return;
  const { users } = (row.value ?? {}) as { users?: unknown };
  for (const value of listed(users)) yield* userItems({ ...row, value }, context);
  yield* commentItems([...thread.answers, ...thread.comments], thread, row, context);
}

function* commentItems(
  values: readonly unknown[],
  thread: Thread,
  row: JsonRow,
  context: Context,
): Generator<Extracted> {
  for (const value of values) {
    let inner: readonly unknown[] = [];
    yield* believed(Comment, { ...row, value }, context, (comment) => {
      inner = comment.comments;
      return commentRecords(comment, thread, courseOf(thread), context.keepBodies ?? false);
    });
    yield* commentItems(inner, thread, row, context);
  }
}

const courseOf = ({ course_id: id }: Thread) => (id === undefined ? undefined : String(id));
