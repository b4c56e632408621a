import { type Context, defineConnector, type Extracted, type RowRef, type SourceInput } from '../../connector.ts';
import { isObject } from '../../formats/fields.ts';
import { type JsonItem } from '../../formats/json-item.ts';
import { jsonBlocks } from '../../formats/json.ts';
import { news } from '../../formats/news.ts';
import { leftOut, notRead } from '../../formats/surprise.ts';
import { requireZone } from '../../formats/zone.ts';
import type { RecordInput } from '../../records/record.ts';
import { about } from './about.ts';
import { courseOf } from './courses.ts';
import { detect } from './detect.ts';
import { happeningsOf } from './happenings.ts';
import { Introduced } from '../../records/introduced.ts';
import { meaningOf, withoutPosts } from './meanings.ts';
import { mendable } from './mendable.ts';
import { Answer, StatementNames } from './names.ts';
import { ownWords, OwnWords } from './own-words.ts';
import { recordsOf } from './records.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import { Statement } from './statement.ts';
import { isTakenBack, tombstonesOf } from './taken-back.ts';
import { statementsIn } from './unpack.ts';

/** xAPI 1.0.3 and 2.0 statements: one per line, as an array, or one file each. */
export const xapi = defineConnector({
  id: 'xapi',
  title: 'xAPI statements (JSON, NDJSON)',
  about,
  detect,
  map: OwnWords,

  async *extract(input: SourceInput, context: Context): AsyncGenerator<Extracted> {
    if (context.timezone !== undefined) requireZone({ name: input.path }, context.timezone);
    const introduced = new Introduced();
    const reading = { ...context, translated: ownWords(context.map), named: new Set<string>() };
    for (const file of input.files) {
      if (input.files.length > 1 && !/\.(?:json|jsonl|ndjson)$/i.test(file.name)) {
        yield leftOut(file, 'no file of statements');
        continue;
      }
      for await (const block of jsonBlocks(file)) {
        for (const item of block) yield* itemRecords(item, { file: file.name, line: item.line }, reading, introduced);
      }
    }
  },
});

interface Reading extends Context {
  /** Puts the operator's own IRIs into the words of our tables. */
  readonly translated: (statement: Statement) => Statement;
  /** Names outside the standard that were told. */
  readonly named: Set<string>;
}

function* itemRecords(item: JsonItem, ref: RowRef, context: Reading, introduced: Introduced): Generator<Extracted> {
  if (item.broken !== undefined) {
    // The raw line is not kept: what somebody wrote cannot be cut out of a text that does not parse.
    yield { reject: { code: 'BAD_JSON', message: `The line ${item.broken}.` }, ref };
    return;
  }
  const statements = statementsIn(item.value);
  if (statements.length === 0) yield { skipped: { reason: 'voided in the store' }, ref };
  for (const value of statements) {
    const records = read(value, context);
    if (!isRefusal(records) || records.code !== 'NOT_A_STATEMENT') {
      yield* notRead(newsIn(value, item.value, context), ref, 'fields');
    }
    if (isRefusal(records)) {
      const raw = records.code === 'NOT_A_STATEMENT' ? undefined : mendable(value);
      yield { reject: { ...records, raw }, ref };
    } else if ('nothing' in records) {
      yield { skipped: { reason: records.nothing }, ref };
    } else {
      for (const record of records) if (introduced.isNews(record)) yield { record, ref };
    }
  }
}

function newsIn(statement: unknown, item: unknown, context: Reading): string[] {
  const around = isObject(item) && 'statements' in item ? news(Answer, item, context) : [];
  const said = isTakenBack(statement) ? statement.takenBack : statement;
  const found = [...around, ...news(StatementNames, said, context)].filter((name) => !context.named.has(name));
  for (const name of found) context.named.add(name);
  return found;
}

/** What one statement says: its course, persons and records, or why there are none. */
function read(value: unknown, context: Reading): RecordInput[] | { readonly nothing: string } | Refusal {
  if (isTakenBack(value)) {
    const said = read(value.takenBack, context);
    return Array.isArray(said) ? tombstonesOf(said, value.at) : said;
  }
  const checked = Statement.safeParse(value);
  if (!checked.success) return notAStatement(checked.error.issues);
  const statement = context.translated(checked.data);
  if (statement.object.objectType === 'SubStatement') return { nothing: 'a plan, not something that happened' };
  const meaning = context.options?.posts === 'activity' ? withoutPosts(meaningOf(statement)) : meaningOf(statement);
  if (meaning.kind === 'nothing') return { nothing: meaning.reason };

  const course = courseOf(statement);
  const happenings = happeningsOf(statement, course, context);
  if (isRefusal(happenings)) return happenings;
  const records: RecordInput[] = course ? [course] : [];
  for (const happening of happenings) {
    const own = recordsOf(happening, meaning);
    if (isRefusal(own)) return own;
    // Who takes a statement back has not taken part in a course.
    if (meaning.kind !== 'void') records.push(happening.person);
    records.push(...own);
  }
  return records;
}

function notAStatement(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): Refusal {
  const [issue] = issues;
  const field = issue?.path.join('.') ?? '';
  const whole = field === '' || ['actor', 'verb', 'object'].includes(field);
  return whole
    ? {
        code: 'NOT_A_STATEMENT',
        field: field || 'statement',
        message: `The value is no xAPI statement: ${field || 'an object'} is missing.`,
      }
    : { code: 'BAD_STATEMENT', field, message: `The statement's ${field} has the wrong type.` };
}
