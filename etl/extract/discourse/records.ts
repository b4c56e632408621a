import type { z } from 'zod';
import { written } from '../../formats/written.ts';
import type { RecordInput } from '../../records/record.ts';
import type { Badges, Post, User } from './shapes.ts';

/** Kinds of Discourse's post actions: a like, and the ways to report a post. */
export const likes = 2;
export const flags = new Set([3, 4, 6, 7, 8, 10]);

/** People 0 and below are the system and its bots. */
export const isSystem = (id: number | null | undefined) => (id ?? 0) <= 0;

/** What single sign-on calls a person is the student number only where somebody says so; equal ones join people. */
export function personOf(user: User, ssoIsSis = false): RecordInput {
  const { id, username, name, email, active, single_sign_on_record: sso } = user;
  return {
    type: 'person',
    key: String(id),
    displayName: name === null || name === '' ? username : (name ?? username),
    ...(active === false ? { active } : {}),
    claims: [
      ...(sso && ssoIsSis ? [{ scheme: 'sis' as const, value: sso.external_id, verified: true }] : []),
      ...(email ? [{ scheme: 'email' as const, value: email.toLowerCase(), verified: true }] : []),
      { scheme: 'handle', value: username, issuer: 'discourse' },
    ],
  };
}

export interface Topic {
  readonly category?: number | null | undefined;
  readonly title?: string | undefined;
  /** Ids of those who write in it, by user name: mentions name them so. */
  readonly people?: ReadonlyMap<string, string>;
}

/**
 * A post, its writer, its place and its counted actions. The key is topic and number, because that is how answers and
 * quotes name it.
 */
export function postRecords(post: Post, topic: Topic, keepBodies: boolean): RecordInput[] {
  const {
    topic_id: thread,
    post_number: number,
    reply_to_post_number: parent,
    user_id: user,
    username,
    cooked = '',
  } = post;
  const key = `${thread}:${number}`;
  const category = topic.category ?? post.category_id;
  const isGone = Boolean(post.deleted_at) || post.user_deleted === true;
  const isWhisper = post.post_type === 4;
  const own = cooked.replaceAll(/<aside[^>]*class="quote[\s\S]*?<\/aside>/g, ' ');
  const mentions = [...own.matchAll(/<a[^<>]*class="mention"[^<>]*href="[^"<]*\/u\/([^"/]+)"/g)];
  const quotes = [...cooked.matchAll(/<aside[^>]*data-post="(\d+)"[^>]*data-topic="(\d+)"/g)];
  return [
    ...(category ? [{ type: 'space' as const, key: String(category), kind: 'forum' as const }] : []),
    ...(user && username ? [personOf({ id: user, username, name: post.name })] : []),
    {
      type: 'post',
      key,
      ...(category ? { space: String(category) } : {}),
      thread: String(thread),
      ...placeOf(thread, number, parent ?? undefined),
      ...(user ? { author: String(user) } : {}),
      createdAt: post.created_at,
      ...((post.version ?? 1) > 1 && post.updated_at ? { editedAt: post.updated_at } : {}),
      mentions: [...new Set(mentions.flatMap(([, name = '']) => topic.people?.get(name) ?? []))],
      quotes: [...new Set(quotes.map(([, quoted = '', of = '']) => `${of}:${quoted}`))],
      ...(isWhisper ? { visibility: 'private' } : {}),
      ...(post.staff === true ? { isStaffAtTime: true } : {}),
      ...(isGone ? { deleted: post.deleted_at ? { at: post.deleted_at } : {} } : {}),
      ...(isGone || isWhisper ? {} : { ...written(own, keepBodies), ...(number === 1 ? { title: topic.title } : {}) }),
    },
    ...counted(post, key),
  ];
}

/** An answer to the first post often names none: the opener is meant then, by inference. */
export function placeOf(thread: number, number: number, parent: number | undefined) {
  if (number === 1) return { kind: 'thread' } as const;
  if (parent !== undefined) return { kind: 'reply', parent: `${thread}:${parent}` } as const;
  return { kind: 'reply', replyInference: 'thread_root' } as const;
}

function counted({ actions_summary: actions }: Post, post: string): RecordInput[] {
  const countOf = (isMeant: (id: number) => boolean) =>
    actions.filter(({ id }) => isMeant(id)).reduce((sum, { count = 0 }) => sum + count, 0);
  const kinds = [
    ['like', countOf((id) => id === likes)],
    ['flag', countOf((id) => flags.has(id))],
  ] as const;
  return kinds.flatMap(([kind, count]) =>
    count > 0 ? [{ type: 'reaction', key: `${post}|${kind}|#`, post, kind, count }] : [],
  );
}

export function badgeRecords({ badges, user_badges: given }: z.infer<typeof Badges>): RecordInput[] {
  const names = new Map(badges.map(({ id, name }) => [id, name]));
  return given.map(({ id, granted_at: at, badge_id: badge, user_id: person, granted_by_id: by }) => ({
    type: 'award',
    key: String(id),
    person: String(person),
    kind: 'badge',
    title: names.get(badge),
    definition: String(badge),
    at,
    ...(isSystem(by) ? {} : { by: String(by) }),
  }));
}
