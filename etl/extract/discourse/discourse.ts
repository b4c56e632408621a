import {
  defineConnector,
  UnreadableFile,
  type Context,
  type Detection,
  type Extracted,
  type FileHead,
  type SourceFile,
} from '../../connector.ts';
import { isObject } from '../../formats/fields.ts';
import { believed, jsonExport } from '../../formats/json-export.ts';
import { hasFields, jsonFields } from '../../formats/json-head.ts';
import { detectTable, readTables } from '../../formats/read-tables.ts';
import { head } from '../../formats/source.ts';
import type { JsonRow } from '../../formats/json-rows.ts';
import { toldNews } from '../../formats/news.ts';
import { about } from './about.ts';
import { explorer, explorerBatch } from './explorer.ts';
import { badgeRecords, isSystem, personOf, postRecords, type Topic as Place } from './records.ts';
import { Answer, Badges, Post, Topic, User } from './shapes.ts';

/** Saved answers of a Discourse forum's programming interface. */
export const discourse = defineConnector({
  id: 'discourse',
  title: 'Discourse (API answers as JSON, Data Explorer CSV)',
  about,
  detect,

  async *extract({ path, files }, context) {
    const [answers, tables]: [SourceFile[], SourceFile[]] = [[], []];
    for (const file of files) (jsonFields(await head(file)) === undefined ? tables : answers).push(file);
    if (tables.length > 0 || answers.length === 0) {
      yield* readTables(explorer, { path, files: tables }, context, explorerBatch(context.keepBodies ?? false));
    }
    yield* jsonExport(answers, (row) => answerItems(row, context));
  },
});

function detect({ bytes }: FileHead): Detection | undefined {
  const fields = jsonFields(bytes);
  if (fields === undefined) return detectTable(explorer, { bytes });
  const marks: readonly (readonly [variant: string, ...names: string[]])[] = [
    ['topic', 'post_stream', 'post_number'],
    ['posts', 'latest_posts', 'post_number'],
    ['badges', 'user_badges', 'badge_id'],
    ['group-members', 'members', 'owners', 'avatar_template'],
    ['users', 'trust_level', 'username', 'avatar_template', 'last_seen_at'],
  ];
  const [variant] = marks.find(([, ...names]) => hasFields(fields, ...names)) ?? [];
  return variant === undefined ? undefined : { variant, confidence: 0.95, problems: [] };
}

function* answerItems(row: JsonRow, context: Context): Generator<Extracted> {
  const answer = isObject(row.value) ? row.value : {};
  const each = (values: unknown) =>
    (Array.isArray(values) ? (values as unknown[]) : []).map((value) => ({ ...row, value }));
  if ('latest_posts' in answer || 'members' in answer) yield* toldNews(Answer, row, context);
  if ('post_stream' in answer) yield* topicItems(row, context);
  else if ('latest_posts' in answer) for (const post of each(answer.latest_posts)) yield* postItems(post, {}, context);
  else if ('user_badges' in answer) yield* believed(Badges, row, context, badgeRecords);
  else if ('members' in answer) for (const member of each(answer.members)) yield* memberItems(member, context);
  else yield* believed(User, row, context, (user) => [personOf(user, context.options?.sso === 'sis')]);
}

function* topicItems(row: JsonRow, context: Context): Generator<Extracted> {
  let posts: readonly unknown[] = [];
  let topic: Place = {};
  yield* believed(Topic, row, context, ({ archetype, title, category_id: category, post_stream: stream }) => {
    if (archetype === 'private_message') return 'private messages, which are not read';
    posts = stream.posts;
    topic = { title, category, people: peopleIn(posts) };
    return [];
  });
  for (const value of posts) yield* postItems({ ...row, value }, topic, context);
}

function peopleIn(posts: readonly unknown[]): ReadonlyMap<string, string> {
  const known = posts.flatMap((post) => Post.safeParse(post).data ?? []);
  return new Map(known.flatMap(({ username, user_id: id }) => (username && id ? [[username, String(id)]] : [])));
}

function postItems(row: JsonRow, topic: Place, context: Context): Generator<Extracted> {
  return believed(Post, row, context, (post) => {
    const isNotice = post.post_type === 2 || post.post_type === 3 || isSystem(post.user_id ?? 1);
    return isNotice ? 'a notice of the forum, no post' : postRecords(post, topic, context.keepBodies ?? false);
  });
}

function memberItems(row: JsonRow, context: Context): Generator<Extracted> {
  const group = context.options?.group;
  if (group === undefined) {
    const hint = 'Say --option group=<name>, one group per load.';
    throw new UnreadableFile('NO_GROUP', row.ref.file, 'A list of members does not name its group.', hint);
  }
  return believed(User, row, context, (user) => {
    const person = String(user.id);
    return [
      personOf(user),
      { type: 'group', key: group, kind: 'team', title: group },
      { type: 'membership', key: `${group}|${person}`, group, person },
    ];
  });
}
