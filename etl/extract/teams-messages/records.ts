import { written } from '../../formats/written.ts';
import type { RecordInput } from '../../records/record.ts';
import type { Message } from './shapes.ts';

type Identity = NonNullable<NonNullable<Message['from']>['user']>;

/** A reply names the message its thread began with: an explicit pointer, but always to the root. */
export function messageRecords(message: Message, space: string, keepBodies: boolean): RecordInput[] {
  const { replyToId: root, deletedDateTime: deletedAt, lastEditedDateTime: editedAt, webUrl: url } = message;
  const author = message.from?.user ?? undefined;
  const mentioned = message.mentions.flatMap(({ mentioned: who }) => who?.user ?? []);
  const reacting = message.reactions.flatMap(({ user, createdDateTime: at }) =>
    user.user ? [{ user: user.user, at }] : [],
  );
  const key = keyOf(space, message.id);
  return [
    { type: 'space', key: space, kind: 'channel' },
    ...[...(author ? [author] : []), ...mentioned, ...reacting.map(({ user }) => user)].map(personOf),
    {
      type: 'post',
      key,
      space,
      ...(root === undefined
        ? { kind: 'thread', thread: key }
        : { kind: 'reply', thread: keyOf(space, root), parent: keyOf(space, root), replyInference: 'thread_root' }),
      ...(author ? { author: author.id } : {}),
      createdAt: message.createdDateTime,
      ...(editedAt === undefined ? {} : { editedAt }),
      mentions: [...new Set(mentioned.map(({ id }) => id))],
      ...(url === undefined ? {} : { url }),
      ...(deletedAt === undefined
        ? { ...(message.subject ? { title: message.subject } : {}), ...written(message.body?.content, keepBodies) }
        : { deleted: { at: deletedAt } }),
    },
    ...firstOf(reacting).map(({ user: { id: person }, at }): RecordInput => ({
      type: 'reaction',
      key: `${key}|${person}|emoji`,
      post: key,
      person,
      kind: 'emoji',
      ...(at === undefined ? {} : { at }),
    })),
  ];
}

/** A message id is a time in milliseconds: unique in its channel only. */
function keyOf(space: string, id: string): string {
  return `${space}|${id}`;
}

/** One for each person, however many signs they gave. */
function firstOf<Given extends { user: Identity }>(reacting: readonly Given[]): Given[] {
  return [...new Map(reacting.toReversed().map((given) => [given.user.id, given])).values()];
}

function personOf({ id, displayName }: Identity): RecordInput {
  return {
    type: 'person',
    key: id,
    ...(displayName ? { displayName } : {}),
    claims: [
      { scheme: 'entra_oid', value: id, verified: true },
      ...(displayName ? [{ scheme: 'display_name' as const, value: displayName }] : []),
    ],
  };
}
