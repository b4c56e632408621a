import { written } from '../../formats/written.ts';
import type { RecordInput } from '../../records/record.ts';
import type { Channel, Message, User } from './shapes.ts';

export const isThread = ({ type }: Channel) => type.endsWith('Thread');

export function spaceOf(channel: Channel): RecordInput {
  const parent = isThread(channel) && channel.categoryId !== undefined ? { parent: channel.categoryId } : {};
  const visibility = channel.type === 'GuildPrivateThread' ? 'group' : 'course';
  return { type: 'space', key: channel.id, kind: 'channel', visibility, title: channel.name, ...parent };
}

/** A Discord name is nobody's name until its owner says so. */
export function personOf({ id, name, isBot }: Pick<User, 'id' | 'name' | 'isBot'>): RecordInput {
  const claims = name === '' ? [] : [{ scheme: 'handle' as const, value: name, issuer: 'discord' }];
  return { type: 'person', key: id, kind: isBot === true ? 'bot' : 'human', displayName: name, claims };
}

/**
 * A message, everybody it speaks of, and who reacted to it. `roots` remembers which message a chain of replies began
 * with, so that they are one thread. In a thread channel the channel is the thread.
 */
export function messageRecords(
  message: Message,
  channel: Channel,
  roots: Map<string, string>,
  { staffRoles, keepBodies }: { staffRoles: ReadonlySet<string>; keepBodies: boolean },
): RecordInput[] {
  const { id: key, author, mentions, reactions, timestamp, timestampEdited } = message;
  const parent = message.type === 'Reply' ? message.reference?.messageId : undefined;
  const thread = isThread(channel) ? channel.id : parent === undefined ? key : (roots.get(parent) ?? parent);
  roots.set(key, thread);
  const reacting = new Map(reactions.flatMap(({ users = [] }) => users.map((user) => [user.id, user])));
  const isStaff = author.roles?.some(({ id }) => staffRoles.has(id)) === true;
  return [
    ...[author, ...mentions, ...reacting.values()].map(personOf),
    {
      type: 'post',
      key,
      space: channel.id,
      thread,
      ...placeOf(parent, isThread(channel)),
      author: author.id,
      createdAt: timestamp,
      ...(timestampEdited === undefined ? {} : { editedAt: timestampEdited }),
      mentions: mentions.map(({ id }) => id),
      visibility: channel.type === 'GuildPrivateThread' ? 'group' : 'course',
      ...(isStaff ? { isStaffAtTime: true } : {}),
      ...written(message.content, keepBodies),
    },
    ...[...reacting.keys()].map((person): RecordInput => ({
      type: 'reaction',
      key: `${key}|${person}|emoji`,
      post: key,
      person,
      kind: 'emoji',
    })),
  ];
}

function placeOf(parent: string | undefined, inThread: boolean) {
  if (parent !== undefined) return { kind: 'reply', parent } as const;
  return inThread
    ? ({ kind: 'reply', replyInference: 'thread_root' } as const)
    : ({ kind: 'chat', replyInference: 'none' } as const);
}
