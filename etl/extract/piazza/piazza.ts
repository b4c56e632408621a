import { z } from 'zod';
import { defineConnector, type Detection, type FileHead, type SourceFile } from '../../connector.ts';
import { believed, jsonExport } from '../../formats/json-export.ts';
import { hasFields, jsonFields } from '../../formats/json-head.ts';
import { known } from '../../formats/known.ts';
import { leftOut } from '../../formats/surprise.ts';
import { written } from '../../formats/written.ts';
import type { RecordInput } from '../../records/record.ts';
import { Instant, Key } from '../../records/values.ts';
import { about } from './about.ts';

const User = known(
  {
    user_id: Key,
    name: z.string().optional(),
    email: z.string().optional(),
    lti_ids: z.array(Key).default([]),
  },
  'days posts asks answers views role',
);

const kinds = {
  question: 'thread',
  note: 'thread',
  poll: 'thread',
  i_answer: 'answer',
  s_answer: 'answer',
  followup: 'reply',
  feedback: 'comment',
} as const;

/** The flat form was never seen from a real class: whatever it has besides these fields is said, not skipped. */
const Post = known(
  {
    id: Key,
    type: z.enum(Object.keys(kinds) as (keyof typeof kinds)[]),
    subject: z.string().optional(),
    content: z.string().default(''),
    created: Instant,
    editors: z.array(Key).default([]),
    anonimity: z.enum(['no', 'stud', 'full']),
    thread_id: Key,
    parent_id: Key.optional(),
    tag_good_arr: z.array(z.string()).default([]),
    status: z.enum(['active', 'private', 'deleted']).default('active'),
  },
  'views score nr folders tags config',
);

/** Piazza's class export: everybody, and every contribution in one flat list. */
export const piazza = defineConnector({
  id: 'piazza',
  title: 'Piazza class export',
  about,
  detect,

  async *extract({ files }, context) {
    const isSettings = ({ name }: SourceFile) => /(?:^|\/)config\.json$/.test(name);
    for (const file of files)
      if (isSettings(file)) yield leftOut(file, 'settings of the class page, which are not read');
    yield* jsonExport(
      files.toSorted(peopleFirst).filter((file) => !isSettings(file)),
      (row) =>
        typeof row.value === 'object' && row.value !== null && 'user_id' in row.value
          ? believed(User, row, context, (user) => [personOf(user)])
          : believed(Post, row, context, (post) => postRecords(post, context.keepBodies ?? false)),
    );
  },
});

const peopleFirst = (one: SourceFile, other: SourceFile) =>
  Number(other.name.endsWith('users.json')) - Number(one.name.endsWith('users.json'));

function detect({ bytes }: FileHead): Detection | undefined {
  const fields = jsonFields(bytes);
  const isExport = hasFields(fields, 'anonimity', 'thread_id') || hasFields(fields, 'user_id', 'lti_ids', 'asks');
  return isExport ? { variant: 'class-export', confidence: 0.95, problems: [] } : undefined;
}

function personOf({ user_id: key, name, email, lti_ids: lti }: z.infer<typeof User>): RecordInput {
  return {
    type: 'person',
    key,
    ...(name ? { displayName: name } : {}),
    claims: [
      ...(email ? [{ scheme: 'email' as const, value: email.toLowerCase(), verified: true }] : []),
      ...lti.map((value) => ({ scheme: 'lti_sub' as const, value, issuer: 'piazza' })),
      ...(name ? [{ scheme: 'display_name' as const, value: name }] : []),
    ],
  };
}

/** An answer is a page that many may edit: of several editors none is the author. Anonymous is anonymous to all. */
function postRecords(post: z.infer<typeof Post>, keepBodies: boolean): RecordInput[] {
  const { id: key, type, editors, anonimity, thread_id: thread, parent_id: parent, tag_good_arr: good, status } = post;
  const isAnonymous = anonimity !== 'no';
  const [author, ...coAuthors] = isAnonymous ? [] : [...new Set(editors)];
  const isHidden = status !== 'active';
  return [
    { type: 'space', key: 'piazza', kind: 'qna' },
    {
      type: 'post',
      key,
      space: 'piazza',
      thread,
      kind: kinds[type],
      ...(parent === undefined || parent === key ? {} : { parent }),
      ...(author !== undefined && coAuthors.length === 0 ? { author } : {}),
      coAuthors: author !== undefined && coAuthors.length > 0 ? [author, ...coAuthors] : [],
      anonymity: isAnonymous ? 'all' : 'none',
      createdAt: post.created,
      ...(type === 'i_answer' ? { isStaffAtTime: true } : {}),
      ...(status === 'private' ? { visibility: 'private' } : {}),
      ...(status === 'deleted' ? { deleted: {} } : {}),
      ...(isHidden ? {} : { title: post.subject, ...written(post.content, keepBodies) }),
    },
    ...[...new Set(good)].map((person): RecordInput => ({
      type: 'reaction',
      key: `${key}|${person}|like`,
      post: key,
      person,
      kind: 'like',
    })),
  ];
}
