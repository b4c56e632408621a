import type { z } from 'zod';
import { instantOfSeconds } from '../../formats/unix-time.ts';
import { written } from '../../formats/written.ts';
import type { RecordInput } from '../../records/record.ts';
import { Zone } from '../../records/values.ts';
import type { Message, User } from './shapes.ts';

export interface Place {
  readonly id: string;
  readonly name: string | undefined;
  readonly isPrivate: boolean;
}

export function spaceOf({ id, name, isPrivate }: Place): RecordInput {
  const visibility = isPrivate ? 'group' : 'course';
  return { type: 'space', key: id, kind: 'channel', visibility, ...(name === undefined ? {} : { title: name }) };
}

/** A member of the workspace. An address joins; the handle waits for the learner's own claim. */
export function personOf({ id, name, real_name, deleted, is_bot, tz, profile }: z.infer<typeof User>): RecordInput {
  const displayName = real_name ?? profile?.real_name ?? name;
  const email = profile?.email;
  return {
    type: 'person',
    key: id,
    kind: is_bot === true || id === 'USLACKBOT' ? 'bot' : 'human',
    active: deleted !== true,
    ...(displayName ? { displayName } : {}),
    ...(tz && Zone.safeParse(tz).success ? { timezone: tz } : {}),
    claims: [
      ...(email ? [{ scheme: 'email' as const, value: email.toLowerCase(), verified: true }] : []),
      { scheme: 'handle', value: name ?? id, issuer: 'slack' },
    ],
  };
}

/** A message and who reacted to it. `ts` is its id inside the channel as well as its time, so it stays text. */
export function postOf(message: Message, place: Place, keepBodies: boolean): RecordInput[] {
  const { ts, user, text = '', thread_ts: threadTs, subtype, edited, reactions = [] } = message;
  const key = `${place.id}:${ts}`;
  const isReply = threadTs !== undefined && threadTs !== ts;
  const root = `${place.id}:${threadTs ?? ts}`;
  const isGone = subtype === 'tombstone';
  const mentions = [...text.matchAll(/<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/g)].map(([, id = '']) => id);
  return [
    {
      type: 'post',
      key,
      space: place.id,
      thread: root,
      ...(isReply ? { kind: 'reply', parent: root, replyInference: 'thread_root' } : { kind: 'thread' }),
      ...(isGone || user === undefined ? {} : { author: user }),
      createdAt: instantOfSeconds(ts) ?? ts,
      ...(edited === undefined ? {} : { editedAt: edited.ts }),
      mentions: isGone ? [] : [...new Set(mentions)],
      visibility: place.isPrivate ? 'group' : 'course',
      ...(isGone ? { deleted: {} } : written(text.replaceAll(/<[@#!][^>]*>/g, ' '), keepBodies)),
    },
    ...[...new Set(reactions.flatMap(({ users }) => users))].map((person): RecordInput => ({
      type: 'reaction',
      key: `${key}|${person}|emoji`,
      post: key,
      person,
      kind: 'emoji',
    })),
  ];
}
