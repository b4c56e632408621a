import { keyOf } from '../../formats/natural-key.ts';
import { written } from '../../formats/written.ts';
import type { RecordInput } from '../../records/record.ts';
import { Zone } from '../../records/values.ts';

/** A message of either source, in one form. */
export interface Said {
  readonly id: number;
  readonly channel: number;
  readonly topic: string;
  readonly sender: number;
  readonly sentAt: string;
  readonly editedAt?: string | undefined;
  readonly content: string;
  readonly isPrivate: boolean;
}

/** A topic is the thread. Nothing says which message another answers, so nothing is written into `parent`. */
export function postOf(said: Said, keepBodies: boolean): RecordInput {
  const { id, channel, topic, sender, sentAt, editedAt, content, isPrivate } = said;
  const own = withoutQuotes(content);
  const quotes = ids(content, /#narrow\/(?:stream|channel)\/[^\s")]*\/near\/(\d+)/g);
  return {
    type: 'post',
    key: String(id),
    space: String(channel),
    thread: keyOf(String(channel), topic.normalize('NFC').toLowerCase()),
    author: String(sender),
    kind: 'chat',
    replyInference: 'none',
    createdAt: sentAt,
    ...(editedAt === undefined ? {} : { editedAt }),
    mentions: ids(own, /@\*\*[^*|]*\|(\d+)\*\*|class="user-mention[^"]*"\s+data-user-id="(\d+)"/g),
    quotes,
    visibility: isPrivate ? 'group' : 'course',
    title: topic,
    ...written(own, keepBodies),
  };
}

/** One for each person, however many signs they gave. */
export function reactionsOf(message: number, people: readonly number[]): RecordInput[] {
  const post = String(message);
  return [...new Set(people)].map((id) => {
    const person = String(id);
    return { type: 'reaction', key: `${post}|${person}|emoji`, post, person, kind: 'emoji' };
  });
}

export interface User {
  readonly id: number;
  readonly full_name: string;
  readonly delivery_email?: string | null | undefined;
  readonly is_bot?: boolean | null | undefined;
  readonly is_active?: boolean | null | undefined;
  readonly timezone?: string | null | undefined;
}

export function personOf(user: User): RecordInput {
  const { id, full_name: displayName, delivery_email: email, is_bot: isBot, is_active: isActive, timezone } = user;
  return {
    type: 'person',
    key: String(id),
    kind: isBot === true ? 'bot' : 'human',
    displayName,
    active: isActive !== false,
    ...(timezone && Zone.safeParse(timezone).success ? { timezone } : {}),
    claims: [
      ...(email ? [{ scheme: 'email' as const, value: email.toLowerCase(), verified: true }] : []),
      { scheme: 'handle', value: String(id), issuer: 'zulip' },
    ],
  };
}

/** Of a quote only who is quoted counts: the words are another’s. */
function withoutQuotes(content: string): string {
  return content.replaceAll(/(`{3,})quote\n[\s\S]*?\n\1/g, ' ').replaceAll(/<blockquote>[\s\S]*?<\/blockquote>/g, ' ');
}

function ids(content: string, pattern: RegExp): string[] {
  return [...new Set([...content.matchAll(pattern)].map(([, markdown, html]) => markdown ?? html ?? ''))];
}
