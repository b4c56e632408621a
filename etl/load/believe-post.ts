import { Post } from '../records/post.ts';
import type { RecordInput, RecordOf } from '../records/record.ts';
import { areKeys, isCountOrNone, isFlagOrNone, isInstant, isKey, isKeyOrNone, isTextOrNone } from './plain.ts';

type PostInput = Extract<RecordInput, { type: 'post' }>;

const kinds: ReadonlySet<string> = new Set(Post.shape.kind.unwrap().options);
const inferences: ReadonlySet<string> = new Set(Post.shape.replyInference.unwrap().options);
const visibilities: ReadonlySet<string> = new Set(Post.shape.visibility.unwrap().options);

const none: readonly string[] = [];

/**
 * A plain post as the schema would give it: with its author's name to show, no link, not taken back, and nothing in it
 * that is not kept. Undefined: ask the schema.
 */
export function plainPost(post: PostInput, keep: { readonly titles: boolean }): RecordOf<'post'> | undefined {
  const { coAuthors = none, mentions = none, quotes = none, anonymity = 'none' } = post;
  const { kind = 'reply', replyInference = 'explicit', visibility = 'course' } = post;
  const plain =
    post.deleted === undefined &&
    post.observedAt === undefined &&
    post.editedAt === undefined &&
    post.url === undefined &&
    post.body === undefined &&
    anonymity === 'none' &&
    isKey(post.key) &&
    isKey(post.thread) &&
    isInstant(post.createdAt) &&
    isKeyOrNone(post.course) &&
    isKeyOrNone(post.space) &&
    isKeyOrNone(post.parent) &&
    isKeyOrNone(post.author) &&
    isKeyOrNone(post.addressee) &&
    isKeyOrNone(post.session) &&
    areKeys(coAuthors) &&
    areKeys(mentions) &&
    areKeys(quotes) &&
    kinds.has(kind) &&
    inferences.has(replyInference) &&
    visibilities.has(visibility) &&
    isCountOrNone(post.words) &&
    isCountOrNone(post.chars) &&
    isFlagOrNone(post.isStaffAtTime) &&
    isFlagOrNone(post.endorsed) &&
    isFlagOrNone(post.accepted) &&
    isFlagOrNone(post.hasQuestion) &&
    isTextOrNone(post.title);
  if (!plain) return undefined;
  return {
    type: 'post',
    key: post.key,
    course: post.course,
    space: post.space,
    thread: post.thread,
    parent: post.parent,
    author: post.author,
    addressee: post.addressee,
    coAuthors: [...coAuthors],
    anonymity,
    kind,
    replyInference,
    createdAt: post.createdAt,
    mentions: [...mentions],
    quotes: [...quotes],
    visibility,
    isStaffAtTime: post.isStaffAtTime,
    endorsed: post.endorsed,
    accepted: post.accepted,
    words: post.words,
    chars: post.chars,
    hasQuestion: post.hasQuestion,
    session: post.session,
    title: keep.titles ? post.title : undefined,
  };
}
